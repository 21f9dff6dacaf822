// What goes beside the pages of a package: set-up for web servers, and for the shared-folder catalogue on Windows.

/** Pages are asked for anew each time; files with a fingerprint in their name never change. */
const FINGERPRINTED = String.raw`\.[0-9a-f]{8}\.(js|css)$`;
const YEAR = 31_536_000;

/** A location block for nginx. `folder` is where the package lies on the server. */
export function nginxLocation({ path, folder, policy }) {
  return `# 规划表校核：放进站点的 server { } 中。folder 改为实际存放位置。
location ${path} {
    alias ${folder.replace(/\/?$/u, '/')};
    index taskpane.html;
    charset utf-8;
    add_header Content-Security-Policy "${policy}" always;
    add_header X-Content-Type-Options nosniff always;
    add_header Referrer-Policy no-referrer always;
    # 页面每次都向服务器核对，更新后立即生效；文件名带校验码的长期缓存。
    add_header Cache-Control "no-cache" always;
    location ~ "${FINGERPRINTED}" {
        add_header Content-Security-Policy "${policy}" always;
        add_header X-Content-Type-Options nosniff always;
        add_header Cache-Control "public, max-age=${YEAR}, immutable" always;
    }
}
`;
}

/** web.config for IIS; lies in the package's folder. */
export function iisConfig({ policy, fingerprinted }) {
  const locations = fingerprinted
    .map(
      (file) => `  <location path="${file}">
    <system.webServer>
      <staticContent>
        <clientCache cacheControlMode="UseMaxAge" cacheControlMaxAge="365.00:00:00" cacheControlCustom="immutable" />
      </staticContent>
    </system.webServer>
  </location>
`,
    )
    .join('');
  return `<?xml version="1.0" encoding="UTF-8"?>
<configuration>
  <system.webServer>
    <defaultDocument>
      <files>
        <clear />
        <add value="taskpane.html" />
      </files>
    </defaultDocument>
    <staticContent>
      <remove fileExtension=".json" />
      <mimeMap fileExtension=".json" mimeType="application/json" />
      <clientCache cacheControlMode="DisableCache" />
    </staticContent>
    <httpProtocol>
      <customHeaders>
        <add name="Content-Security-Policy" value="${policy.replaceAll('"', '&quot;')}" />
        <add name="X-Content-Type-Options" value="nosniff" />
        <add name="Referrer-Policy" value="no-referrer" />
      </customHeaders>
    </httpProtocol>
  </system.webServer>
${locations}</configuration>
`;
}

/** Trusts a shared folder as a catalogue of add-ins, for the user who runs it. `share` is \\server\folder. */
export function catalogueRegistry({ id, share }) {
  return `Windows Registry Editor Version 5.00

[HKEY_CURRENT_USER\\Software\\Microsoft\\Office\\16.0\\WEF\\TrustedCatalogs\\{${id}}]
"Id"="{${id}}"
"Url"="${share.replaceAll('\\', '\\\\')}"
"Flags"=dword:00000001
`;
}

/** The same as a PowerShell script that asks for the share. */
export function catalogueScript({ id }) {
  return `# 把共享文件夹登记为 Excel 的受信任加载项目录（只对当前用户）。
# 用法：powershell -ExecutionPolicy Bypass -File 登记共享目录.ps1 \\\\服务器\\共享文件夹
param([Parameter(Mandatory = $true)][string]$Share)
if (-not (Test-Path -LiteralPath $Share)) { Write-Error "找不到共享文件夹 $Share"; exit 1 }
$key = 'HKCU:\\Software\\Microsoft\\Office\\16.0\\WEF\\TrustedCatalogs\\{${id}}'
New-Item -Path $key -Force | Out-Null
Set-ItemProperty -Path $key -Name Id -Value '{${id}}'
Set-ItemProperty -Path $key -Name Url -Value $Share
Set-ItemProperty -Path $key -Name Flags -Value 1 -Type DWord
Write-Output '已登记。请关闭并重新打开 Excel，在“插入 → 我的加载项 → 共享文件夹”中选择“规划表校核”。'
`;
}
