namespace Microsoft.Bot.Builder.Dialogs.Prompts;

public static class PromptCultureModels
{
    public static PromptCultureModel English { get; } = new()
    {
        Locale = "en-us",
        Separator = ", ",
        InlineOr = " or ",
        InlineOrMore = ", or ",
        YesInLanguage = "Yes",
        NoInLanguage = "No",
    };

    public static PromptCultureModel Portuguese { get; } = new()
    {
        Locale = "pt-br",
        Separator = ", ",
        InlineOr = " ou ",
        InlineOrMore = ", ou ",
        YesInLanguage = "Sim",
        NoInLanguage = "Não",
    };

    public static PromptCultureModel Spanish { get; } = new()
    {
        Locale = "es-es",
        Separator = ", ",
        InlineOr = " o ",
        InlineOrMore = ", o ",
        YesInLanguage = "Sí",
        NoInLanguage = "No",
    };

    public static PromptCultureModel[] GetSupportedCultures() => [English, Portuguese, Spanish];

    /// <summary>es-AR and es become es-es; a language that isn't supported comes back in lower case, null as null.</summary>
    public static string MapToNearestLanguage(string cultureCode)
    {
        var code = cultureCode?.ToLowerInvariant();
        if (string.IsNullOrEmpty(code))
            return code;
        var cultures = GetSupportedCultures();
        var exact = Array.Find(cultures, culture => culture.Locale == code);
        var language = code.Split('-')[0];
        return (exact ?? Array.Find(cultures, culture => culture.Locale.Split('-')[0] == language))?.Locale ?? code;
    }
}
