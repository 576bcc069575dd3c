using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Persisted as it is while the prompt waits.</summary>
public class PromptOptions
{
    public Activity Prompt { get; set; }

    /// <summary>Said when the answer wasn't understood or not valid; without it the prompt is repeated.</summary>
    public Activity RetryPrompt { get; set; }

    public IList<Choice> Choices { get; set; }

    public ListStyle? Style { get; set; }

    /// <summary>For the validator; must survive JSON.</summary>
    public object Validations { get; set; }

    /// <summary>A locale that goes before the activity's.</summary>
    public string RecognizeLanguage { get; set; }
}
