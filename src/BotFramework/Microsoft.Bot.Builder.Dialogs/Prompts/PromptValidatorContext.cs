namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Validators run for answers that weren't recognised too: look at <see cref="Recognized"/> first.</summary>
public class PromptValidatorContext<T>
{
    internal PromptValidatorContext(ITurnContext context, PromptRecognizerResult<T> recognized, PromptOptions options, IDictionary<string, object> state)
    {
        Context = context;
        Recognized = recognized;
        Options = options;
        State = state;
    }

    public ITurnContext Context { get; }

    public PromptRecognizerResult<T> Recognized { get; }

    public PromptOptions Options { get; }

    /// <summary>Persisted until the prompt ends.</summary>
    public IDictionary<string, object> State { get; }

    /// <summary>1 at the first answer.</summary>
    public int AttemptCount => PromptInstance.AttemptCount(State);
}
