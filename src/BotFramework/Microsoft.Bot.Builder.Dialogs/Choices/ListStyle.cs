namespace Microsoft.Bot.Builder.Dialogs.Choices;

public enum ListStyle
{
    None,

    /// <summary>What the channel can show: buttons, else text.</summary>
    Auto,
    Inline,
    List,
    SuggestedAction,
    HeroCard,
}
