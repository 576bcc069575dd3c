using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>The stack entry of a waiting prompt.</summary>
internal static class PromptInstance
{
    private const string OptionsKey = "options";
    private const string StateKey = "state";
    private const string AttemptCountKey = "AttemptCount";

    public static (PromptOptions Options, IDictionary<string, object> State) Start(DialogInstance instance, object options)
    {
        if (options is not PromptOptions prompt)
            throw new ArgumentOutOfRangeException(nameof(options), "Prompt options are required for prompt dialogs: begin them with PromptAsync and PromptOptions.");
        ExpectInput(prompt.Prompt);
        ExpectInput(prompt.RetryPrompt);
        var state = new Dictionary<string, object> { [AttemptCountKey] = 0 };
        instance.State[OptionsKey] = prompt;
        instance.State[StateKey] = state;
        return (prompt, state);
    }

    public static (PromptOptions Options, IDictionary<string, object> State) Read(DialogInstance instance)
    {
        var options = Persisted.As<PromptOptions>(instance.State[OptionsKey]);
        var state = Persisted.As<IDictionary<string, object>>(instance.State[StateKey]);
        instance.State[OptionsKey] = options;
        instance.State[StateKey] = state;
        return (options, state);
    }

    public static int AttemptCount(IDictionary<string, object> state) =>
        state.TryGetValue(AttemptCountKey, out var count) ? Persisted.AsInt(count) : 0;

    public static void CountAttempt(IDictionary<string, object> state) => state[AttemptCountKey] = AttemptCount(state) + 1;

    public static IMessageActivity ToSend(PromptOptions options, bool isRetry) => isRetry && options.RetryPrompt != null ? options.RetryPrompt : options.Prompt;

    private static void ExpectInput(Activity activity)
    {
        if (activity != null && string.IsNullOrEmpty(activity.InputHint))
            activity.InputHint = InputHints.ExpectingInput;
    }
}
