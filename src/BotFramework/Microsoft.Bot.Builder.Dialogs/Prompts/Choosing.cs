using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Builder.Dialogs.Prompts;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs;

internal static class Choosing
{
    public static string Culture(Activity activity, PromptOptions options, string defaultLocale, Func<string, bool> known)
    {
        var culture = PromptCultureModels.MapToNearestLanguage(options?.RecognizeLanguage ?? activity.Locale ?? defaultLocale);
        return !string.IsNullOrEmpty(culture) && known(culture) ? culture : PromptCultureModels.English.Locale;
    }

    public static ChoiceFactoryOptions Options(PromptCultureModel culture) =>
        new(culture.Separator, culture.InlineOr, culture.InlineOrMore, includeNumbers: true);

    public static List<string> To(Activity activity) => activity.From?.Id is { } id ? [id] : null;
}
