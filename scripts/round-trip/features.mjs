// One flat ODS document per thing that a workbook can hold; each holds the same half-filled table of schools.

/** One pixel, so that a picture is there. */
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const words = (text, more = '') =>
  `<table:table-cell office:value-type="string" ${more}><text:p>${escaped(text)}</text:p></table:table-cell>`;
const number = (value, more = '') =>
  `<table:table-cell office:value-type="float" office:value="${value}" ${more}><text:p>${value}</text:p></table:table-cell>`;
const formula = (code, value) => number(value, `table:formula="of:=${escaped(code)}"`);
const blank = (more = '') => `<table:table-cell ${more}/>`;
const cell = (value) => (value === null ? blank() : typeof value === 'number' ? number(value) : words(value));
const row = (cells, more = '') => `<table:table-row ${more}>${cells.join('')}</table:table-row>`;
const values = (list, more = '') => row(list.map(cell), more);

const HEADER = ['序号', '学校名称', '规划班数（个）', '规划学位（个）', '规划用地（亩）', '建设主体', '备注'];

/** Rows of the table; a feature replaces some of them. Sheet row 1 is the title. */
const table = () => ({
  title: row([words('附件2 学校建设项目表（合成数据）')]),
  header: values(HEADER),
  first: values(['二、初中']),
  firstSum: values(['小计：', null, null, 4500, null]),
  a: values([1, '甲区第一中学', 54, 2700, 49.5, '袁州区', '合成']),
  b: values([2, '乙区第二中学', '36', 1800, 40.25, '宜阳新区']),
  second: values(['三、小学']),
  secondSum: row([words('小计：'), blank(), formula('SUM([.C9:.C10])', 78), formula('SUM([.D9:.D9])', 1620), blank()]),
  c: values([1, '枫林实验小学', 36, 1620, 30, '袁州区']),
  d: values([2, '丙区第二小学', 42, 1890, 35.5, '经开区']),
  total: values(['合计', null, null, null, null]),
});

const sheet = (name, rows, { columns = '', before = '', after = '', more = '' } = {}) =>
  `<table:table table:name="${name}" ${more}>${before}${columns}${Object.values(rows).join('')}${after}</table:table>`;

const style = (name, family, properties, more = '') =>
  `<style:style style:name="${name}" style:family="${family}" ${more}>${properties}</style:style>`;

const other = sheet('说明', { a: values(['本表为合成数据', 1]), b: row([words('数'), formula('[.B1]*2', 2)]) });

/** @typedef {{ tables: string, styles?: string, common?: string, after?: string, settings?: string }} Feature */

export const FEATURES = {
  基本: { tables: sheet('附件2', table()) },
  两张表: { tables: other + sheet('附件2', table()) },
  合并单元格: {
    tables: sheet('附件2', {
      ...table(),
      title: row([
        words('附件2 学校建设项目表（合成数据）', 'table:number-columns-spanned="7" table:number-rows-spanned="1"'),
        '<table:covered-table-cell table:number-columns-repeated="6"/>',
      ]),
    }),
  },
  批注: {
    tables: sheet('附件2', {
      ...table(),
      c: row([
        number(1),
        `<table:table-cell office:value-type="string"><office:annotation><dc:creator>审核人</dc:creator><text:p>请核对（合成数据）</text:p></office:annotation><text:p>枫林实验小学</text:p></table:table-cell>`,
        ...[number(36), number(1620), number(30), words('袁州区')],
      ]),
    }),
  },
  数据有效性: {
    tables:
      `<table:content-validations><table:content-validation table:name="v1" table:condition="of:cell-content-is-in-list(&quot;袁州区&quot;;&quot;宜阳新区&quot;;&quot;经开区&quot;)" table:base-cell-address="附件2.F5"><table:error-message table:display="true"><text:p>请从列表中选</text:p></table:error-message></table:content-validation></table:content-validations>` +
      sheet('附件2', {
        ...table(),
        c: row([
          number(1),
          ...[words('枫林实验小学'), number(36), number(1620), number(30)],
          words('袁州区', 'table:content-validation-name="v1"'),
        ]),
      }),
  },
  条件格式: {
    common: style('Bad', 'table-cell', '<style:table-cell-properties fo:background-color="#ffc7ce"/>'),
    tables: sheet('附件2', table(), {
      after: `<calcext:conditional-formats><calcext:conditional-format calcext:target-range-address="附件2.C5:附件2.C10"><calcext:condition calcext:apply-style-name="Bad" calcext:value="&gt;50" calcext:base-cell-address="附件2.C5"/></calcext:conditional-format></calcext:conditional-formats>`,
    }),
  },
  打印设置: {
    styles:
      '<style:page-layout style:name="pm1"><style:page-layout-properties fo:page-width="29.7cm" fo:page-height="21cm" style:print-orientation="landscape" style:scale-to-X="1" fo:margin-top="2cm"/></style:page-layout>' +
      style('ta1', 'table', '<style:table-properties table:display="true"/>', 'style:master-page-name="横排"'),
    master:
      '<style:master-page style:name="横排" style:page-layout-name="pm1"><style:header><text:p>合成数据</text:p></style:header><style:footer><text:p>第 <text:page-number>1</text:page-number> 页</text:p></style:footer></style:master-page>',
    tables: sheet(
      '附件2',
      {
        ...table(),
        header: `<table:table-header-rows>${table().header}</table:table-header-rows>`,
      },
      { more: 'table:style-name="ta1" table:print-ranges="附件2.A1:附件2.G11"' },
    ),
  },
  定义名称: {
    tables: sheet('附件2', table()),
    after:
      '<table:named-expressions><table:named-range table:name="学位" table:base-cell-address="$附件2.$A$1" table:cell-range-address="$附件2.$D$5:.$D$6"/><table:named-expression table:name="两倍" table:base-cell-address="$附件2.$A$1" table:expression="SUM([$附件2.$D$5:.$D$6])*2"/></table:named-expressions>',
  },
  图片: {
    tables: sheet('附件2', table(), {
      before: `<table:shapes><draw:frame draw:z-index="0" svg:width="2cm" svg:height="2cm" svg:x="20cm" svg:y="1cm"><draw:image><office:binary-data>${PIXEL}</office:binary-data></draw:image></draw:frame></table:shapes>`,
    }),
  },
  形状: {
    tables: sheet('附件2', table(), {
      before:
        '<table:shapes><draw:rect draw:z-index="0" svg:width="3cm" svg:height="1cm" svg:x="20cm" svg:y="1cm"><text:p>合成数据</text:p></draw:rect></table:shapes>',
    }),
  },
  隐藏表: {
    styles: style('hid', 'table', '<style:table-properties table:display="false"/>'),
    tables: sheet('附件2', table()) + sheet('底稿', { a: values(['隐藏', 1]) }, { more: 'table:style-name="hid"' }),
  },
  隐藏列: {
    tables: sheet('附件2', table(), {
      columns:
        '<table:table-column table:number-columns-repeated="6"/><table:table-column table:visibility="collapse"/>',
    }),
  },
  冻结窗格: {
    tables: sheet('附件2', table()),
    settings:
      '<config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views"><config:config-item-map-entry><config:config-item-map-named config:name="Tables"><config:config-item-map-entry config:name="附件2"><config:config-item config:name="HorizontalSplitMode" config:type="short">2</config:config-item><config:config-item config:name="VerticalSplitMode" config:type="short">2</config:config-item><config:config-item config:name="HorizontalSplitPosition" config:type="int">2</config:config-item><config:config-item config:name="VerticalSplitPosition" config:type="int">2</config:config-item><config:config-item config:name="PositionRight" config:type="int">2</config:config-item><config:config-item config:name="PositionBottom" config:type="int">2</config:config-item></config:config-item-map-entry></config:config-item-map-named></config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set>',
  },
  数组公式: {
    tables:
      sheet('附件2', table()) +
      sheet('核对', {
        a: row([
          number(
            8010,
            'table:number-matrix-columns-spanned="1" table:number-matrix-rows-spanned="1" table:formula="of:=SUM([$附件2.D5:$附件2.D10]*1)"',
          ),
        ]),
      }),
  },
  富文本: {
    styles: style('T1', 'text', '<style:text-properties fo:font-weight="bold" fo:color="#ff0000"/>'),
    tables: sheet('附件2', {
      ...table(),
      c: row([
        number(1),
        '<table:table-cell office:value-type="string"><text:p><text:span text:style-name="T1">枫林</text:span>实验小学</text:p></table:table-cell>',
        ...[number(36), number(1620), number(30), words('袁州区')],
      ]),
    }),
  },
  超链接: {
    tables:
      sheet('附件2', {
        ...table(),
        d: row([
          ...[number(2), words('丙区第二小学'), number(42), number(1890), number(35.5), words('经开区')],
          '<table:table-cell office:value-type="string"><text:p><text:a xlink:href="#说明.A1">见说明</text:a></text:p></table:table-cell>',
        ]),
      }) + other,
  },
  保护的另一张表: {
    tables:
      sheet('附件2', table()) +
      sheet('说明', { a: values(['受保护（合成数据）']) }, { more: 'table:protected="true"' }),
  },
  分级显示: {
    tables: sheet('附件2', {
      ...table(),
      a: `<table:table-row-group>${table().a}`,
      b: `${table().b}</table:table-row-group>`,
    }),
  },
  自动筛选: {
    tables: sheet('附件2', table()),
    after:
      '<table:database-ranges><table:database-range table:name="筛选" table:target-range-address="附件2.A2:附件2.G11" table:display-filter-buttons="true"/></table:database-ranges>',
  },
  数字格式: {
    styles:
      '<number:number-style style:name="N1"><number:number number:decimal-places="2" number:min-integer-digits="1" number:grouping="true"/></number:number-style>' +
      style('ce1', 'table-cell', '', 'style:data-style-name="N1"'),
    tables: sheet('附件2', {
      ...table(),
      a: row([
        number(1),
        words('甲区第一中学'),
        number(54),
        number(2700),
        number(49.5, 'table:style-name="ce1"'),
        words('袁州区'),
      ]),
      b: row([
        number(2),
        words('乙区第二中学'),
        words('36'),
        number(1800),
        number(40.25, 'table:style-name="ce1"'),
        words('宜阳新区'),
      ]),
      c: row([
        number(1),
        words('枫林实验小学'),
        number(36),
        number(1620),
        number(30, 'table:style-name="ce1"'),
        words('袁州区'),
      ]),
    }),
  },
  样式: {
    styles:
      style(
        'ce1',
        'table-cell',
        '<style:table-cell-properties fo:border="0.5pt solid #000000" fo:background-color="#ddebf7"/><style:text-properties fo:font-weight="bold" style:font-name-asian="黑体"/>',
      ) +
      style('co1', 'table-column', '<style:table-column-properties style:column-width="6cm"/>') +
      style(
        'ro1',
        'table-row',
        '<style:table-row-properties style:row-height="1.2cm" style:use-optimal-row-height="false"/>',
      ),
    tables: sheet(
      '附件2',
      {
        ...table(),
        header: row(
          HEADER.map((text) => words(text, 'table:style-name="ce1"')),
          'table:style-name="ro1"',
        ),
        firstSum: row([
          words('小计：', 'table:style-name="ce1"'),
          blank('table:style-name="ce1"'),
          blank('table:style-name="ce1"'),
          number(4500, 'table:style-name="ce1"'),
          blank('table:style-name="ce1"'),
        ]),
      },
      { columns: '<table:table-column/><table:table-column table:style-name="co1"/>' },
    ),
  },
  他表引用: {
    tables:
      sheet('附件2', table()) +
      sheet('汇总', {
        a: row([words('初中学位'), formula('[$附件2.D4]', 4500)]),
        b: row([words('小学学位'), formula('[$附件2.D8]', 1620)]),
        c: row([words('共计'), formula('[.B1]+[.B2]', 6120)]),
      }),
  },
  很多行: {
    tables: sheet('附件2', {
      ...table(),
      d: Array.from({ length: 300 }, (_, i) => values([i + 2, `合成第${i + 2}小学`, 12, 540, 10.5, '袁州区'])).join(''),
    }),
  },
};

/** @param {Feature} feature */
export function flatSheet({ tables, styles = '', common = '', master = '', after = '', settings = '' }) {
  const spaces = Object.entries({
    office: 'urn:oasis:names:tc:opendocument:xmlns:office:1.0',
    table: 'urn:oasis:names:tc:opendocument:xmlns:table:1.0',
    text: 'urn:oasis:names:tc:opendocument:xmlns:text:1.0',
    style: 'urn:oasis:names:tc:opendocument:xmlns:style:1.0',
    draw: 'urn:oasis:names:tc:opendocument:xmlns:drawing:1.0',
    fo: 'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0',
    svg: 'urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0',
    number: 'urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0',
    config: 'urn:oasis:names:tc:opendocument:xmlns:config:1.0',
    of: 'urn:oasis:names:tc:opendocument:xmlns:of:1.2',
    dc: 'http://purl.org/dc/elements/1.1/',
    xlink: 'http://www.w3.org/1999/xlink',
    calcext: 'urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0',
  }).map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`);
  return (
    `<?xml version="1.0" encoding="UTF-8"?><office:document ${spaces.join(' ')} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">` +
    `<office:settings>${settings}</office:settings><office:styles>${common}</office:styles><office:automatic-styles>${styles}</office:automatic-styles>` +
    `<office:master-styles>${master}</office:master-styles>` +
    `<office:body><office:spreadsheet>${tables}${after}</office:spreadsheet></office:body></office:document>\n`
  );
}
