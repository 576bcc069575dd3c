using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Builder.Dialogs.Prompts;
using Microsoft.Bot.Builder.Dialogs.Understanding;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Asks for yes or no in the language of the activity (Spanish, Portuguese, English; English for any other).</summary>
public class ConfirmPrompt : Prompt<bool>
{
    private readonly Dictionary<string, (Choice Yes, Choice No, ChoiceFactoryOptions Options)> _defaults;

    public ConfirmPrompt(string dialogId, PromptValidator<bool> validator = null, string defaultLocale = null)
        : this(dialogId, DefaultChoices(), validator, defaultLocale)
    {
    }

    public ConfirmPrompt(string dialogId, Dictionary<string, (Choice, Choice, ChoiceFactoryOptions)> choiceDefaults, PromptValidator<bool> validator = null, string defaultLocale = null)
        : base(dialogId, validator)
    {
        ArgumentNullException.ThrowIfNull(choiceDefaults);
        _defaults = new(choiceDefaults, StringComparer.OrdinalIgnoreCase);
        DefaultLocale = defaultLocale;
    }

    public ListStyle Style { get; set; } = ListStyle.Auto;

    public string DefaultLocale { get; set; }

    public ChoiceFactoryOptions ChoiceOptions { get; set; }

    public Tuple<Choice, Choice> ConfirmChoices { get; set; }

    protected override async Task OnPromptAsync(ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, bool isRetry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(options);
        var (_, choices, choiceOptions) = For(turnContext.Activity, options);
        var activity = turnContext.Activity;
        var message = AppendChoices(PromptInstance.ToSend(options, isRetry), activity.ChannelId, choices, options.Style ?? Style, choiceOptions, activity.Conversation?.ConversationType, Choosing.To(activity), cancellationToken);
        await turnContext.SendActivityAsync(message, cancellationToken).ConfigureAwait(false);
    }

    protected override Task<PromptRecognizerResult<bool>> OnRecognizeAsync(ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var result = new PromptRecognizerResult<bool>();
        var text = turnContext.Activity.Text;
        if (turnContext.Activity.Type != ActivityTypes.Message || string.IsNullOrWhiteSpace(text))
            return Task.FromResult(result);

        var (culture, choices, choiceOptions) = For(turnContext.Activity, options);
        switch (YesNoRecognizer.Recognize(text, culture))
        {
            case YesNo.Yes:
                (result.Succeeded, result.Value) = (true, true);
                break;
            case YesNo.No:
                (result.Succeeded, result.Value) = (true, false);
                break;
            case YesNo.Unsaid when choiceOptions?.IncludeNumbers ?? true:
                // The buyer saw "(1) Sí o (2) No" and may answer with the number, or with the bot's own words for yes and no.
                if (ChoiceRecognizers.RecognizeChoices(text, choices, new FindChoicesOptions { Locale = culture }) is [var found, ..])
                    (result.Succeeded, result.Value) = (true, found.Resolution.Index == 0);
                break;
        }

        return Task.FromResult(result);
    }

    private (string Culture, IList<Choice> Choices, ChoiceFactoryOptions Options) For(Activity activity, PromptOptions options)
    {
        var culture = Choosing.Culture(activity, options, DefaultLocale, _defaults.ContainsKey);
        var (yes, no, defaults) = _defaults.TryGetValue(culture, out var known) ? known : Defaults(PromptCultureModels.English);
        var choices = ConfirmChoices ?? Tuple.Create(yes, no);
        return (culture, [choices.Item1, choices.Item2], ChoiceOptions ?? defaults);
    }

    private static Dictionary<string, (Choice, Choice, ChoiceFactoryOptions)> DefaultChoices() =>
        PromptCultureModels.GetSupportedCultures().ToDictionary(culture => culture.Locale, Defaults);

    private static (Choice, Choice, ChoiceFactoryOptions) Defaults(PromptCultureModel culture) =>
        (new Choice(culture.YesInLanguage), new Choice(culture.NoInLanguage), Choosing.Options(culture));
}
