using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Builder.Dialogs.Prompts;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Asks to pick one of <see cref="PromptOptions.Choices"/>: by its words, its synonyms, its number or its place ("la segunda", "o primeiro", "the last").</summary>
public class ChoicePrompt : Prompt<FoundChoice>
{
    private readonly Dictionary<string, ChoiceFactoryOptions> _defaults;

    public ChoicePrompt(string dialogId, PromptValidator<FoundChoice> validator = null, string defaultLocale = null)
        : this(dialogId, PromptCultureModels.GetSupportedCultures().ToDictionary(culture => culture.Locale, Choosing.Options), validator, defaultLocale)
    {
    }

    public ChoicePrompt(string dialogId, Dictionary<string, ChoiceFactoryOptions> choiceDefaults, PromptValidator<FoundChoice> validator = null, string defaultLocale = null)
        : base(dialogId, validator)
    {
        ArgumentNullException.ThrowIfNull(choiceDefaults);
        _defaults = new(choiceDefaults, StringComparer.OrdinalIgnoreCase);
        DefaultLocale = defaultLocale;
    }

    public ListStyle Style { get; set; } = ListStyle.Auto;

    public string DefaultLocale { get; set; }

    public ChoiceFactoryOptions ChoiceOptions { get; set; }

    public FindChoicesOptions RecognizerOptions { get; set; }

    protected override async Task OnPromptAsync(ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, bool isRetry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(options);
        var activity = turnContext.Activity;
        var culture = Choosing.Culture(activity, options, DefaultLocale, _defaults.ContainsKey);
        var choiceOptions = ChoiceOptions ?? (_defaults.TryGetValue(culture, out var known) ? known : Choosing.Options(PromptCultureModels.English));
        var message = AppendChoices(PromptInstance.ToSend(options, isRetry), activity.ChannelId, options.Choices ?? [], options.Style ?? Style, choiceOptions, activity.Conversation?.ConversationType, Choosing.To(activity), cancellationToken);
        await turnContext.SendActivityAsync(message, cancellationToken).ConfigureAwait(false);
    }

    protected override Task<PromptRecognizerResult<FoundChoice>> OnRecognizeAsync(ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(options);
        var result = new PromptRecognizerResult<FoundChoice>();
        var text = turnContext.Activity.Text;
        if (turnContext.Activity.Type == ActivityTypes.Message && !string.IsNullOrWhiteSpace(text))
        {
            var culture = Choosing.Culture(turnContext.Activity, options, DefaultLocale, _defaults.ContainsKey);
            if (ChoiceRecognizers.RecognizeChoices(text, options.Choices ?? [], Localised(culture)) is [var found, ..])
                (result.Succeeded, result.Value) = (true, found.Resolution);
        }

        return Task.FromResult(result);
    }

    // A copy: one prompt object serves many conversations at once, in different languages.
    private FindChoicesOptions Localised(string culture)
    {
        var set = RecognizerOptions ?? new FindChoicesOptions();
        return new FindChoicesOptions
        {
            Locale = culture,
            AllowPartialMatches = set.AllowPartialMatches,
            MaxTokenDistance = set.MaxTokenDistance,
            Tokenizer = set.Tokenizer,
            NoValue = set.NoValue,
            NoAction = set.NoAction,
            RecognizeNumbers = set.RecognizeNumbers,
            RecognizeOrdinals = set.RecognizeOrdinals,
        };
    }
}
