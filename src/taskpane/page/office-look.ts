import { isDarkColour, type Look, type LookSource } from '../app/theme';

/** Excel's own look. Excel tells no one when it changes, so it is read again whenever the pane comes to the front. */
export function officeLook(): LookSource {
  return {
    get: readLook,
    subscribe(listener) {
      window.addEventListener('focus', listener);
      document.addEventListener('visibilitychange', listener);
      return () => {
        window.removeEventListener('focus', listener);
        document.removeEventListener('visibilitychange', listener);
      };
    },
  };
}

function readLook(): Look {
  // Absent in hosts that do not say; they are light unless told otherwise.
  const theme = Office.context?.officeTheme as Office.OfficeTheme | undefined;
  if (!theme?.bodyBackgroundColor) return 'light';
  const [back, text] = [theme.bodyBackgroundColor.toLowerCase(), theme.bodyForegroundColor?.toLowerCase()];
  if (/^#?000000$/.test(back) && /^#?ffffff$/.test(text ?? '')) return 'contrast';
  return isDarkColour(back) ? 'dark' : 'light';
}
