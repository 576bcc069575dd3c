namespace Microsoft.Bot.Builder.Dialogs.Prompts;

public class PromptCultureModel
{
    public string Locale { get; set; }

    public string Separator { get; set; }

    public string InlineOr { get; set; }

    /// <summary>Before the last of three or more.</summary>
    public string InlineOrMore { get; set; }

    public string YesInLanguage { get; set; }

    public string NoInLanguage { get; set; }
}
