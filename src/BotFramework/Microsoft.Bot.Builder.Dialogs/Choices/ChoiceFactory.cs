using System.Globalization;
using System.Text;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>Shows choices as text, suggested actions or a card.</summary>
public class ChoiceFactory
{
    private const int MostInline = 3;

    public static IMessageActivity ForChannel(string channelId, IList<Choice> list, string text = null, string speak = null, ChoiceFactoryOptions options = null) =>
        ForChannel(channelId, list, text, speak, options, conversationType: null, toList: null);

    /// <summary>Suggested actions or a card where the channel has them and the titles are short; else up to three short choices in the sentence, else a list.</summary>
    public static IMessageActivity ForChannel(string channelId, IList<Choice> list, string text = null, string speak = null, ChoiceFactoryOptions options = null, string conversationType = null, IList<string> toList = null)
    {
        list ??= [];
        var fits = list.All(choice => (choice.Shown?.Length ?? 0) <= Channel.MaxActionTitleLength(channelId));
        var suggested = Channel.SupportsSuggestedActions(channelId, list.Count, conversationType);
        var cards = Channel.SupportsCardActions(channelId, list.Count);
        return (fits, suggested, cards) switch
        {
            (true, true, _) => SuggestedAction(list, text, speak, toList),
            (true, false, true) => HeroCard(list, text, speak),
            (true, false, false) when list.Count <= MostInline => Inline(list, text, speak, options),
            _ => List(list, text, speak, options),
        };
    }

    public static Activity Inline(IList<Choice> choices, string text = null, string speak = null, ChoiceFactoryOptions options = null)
    {
        choices ??= [];
        var separator = options?.InlineSeparator ?? ", ";
        var or = options?.InlineOr ?? " or ";
        var orMore = options?.InlineOrMore ?? ", or ";
        var numbers = options?.IncludeNumbers ?? true;

        var line = new StringBuilder(text).Append(' ');
        for (var i = 0; i < choices.Count; i++)
        {
            if (i > 0)
                line.Append(i < choices.Count - 1 ? separator : i == 1 ? or : orMore);
            if (numbers)
                line.Append(CultureInfo.InvariantCulture, $"({i + 1}) ");
            line.Append(choices[i].Shown);
        }

        return MessageFactory.Text(line.ToString(), speak, InputHints.ExpectingInput);
    }

    public static Activity List(IList<string> choices, string text = null, string speak = null, ChoiceFactoryOptions options = null) =>
        List(ToChoices(choices), text, speak, options);

    public static Activity List(IList<Choice> choices, string text = null, string speak = null, ChoiceFactoryOptions options = null)
    {
        choices ??= [];
        var numbers = options?.IncludeNumbers ?? true;
        var lines = choices.Select((choice, i) => numbers ? string.Create(CultureInfo.InvariantCulture, $"{i + 1}. {choice.Shown}") : $"- {choice.Shown}");
        return MessageFactory.Text($"{text}\n\n   {string.Join("\n   ", lines)}", speak, InputHints.ExpectingInput);
    }

    public static IMessageActivity SuggestedAction(IList<string> choices, string text = null, string speak = null) =>
        SuggestedAction(ToChoices(choices), text, speak, toList: null);

    public static IMessageActivity SuggestedAction(IList<string> choices, string text = null, string speak = null, IList<string> toList = null) =>
        SuggestedAction(ToChoices(choices), text, speak, toList);

    public static IMessageActivity SuggestedAction(IList<Choice> choices, string text = null, string speak = null) =>
        SuggestedAction(choices, text, speak, toList: null);

    public static IMessageActivity SuggestedAction(IList<Choice> choices, string text = null, string speak = null, IList<string> toList = null)
    {
        var message = MessageFactory.Text(text, speak, InputHints.ExpectingInput);
        message.SuggestedActions = new SuggestedActions { Actions = Buttons(choices), To = toList };
        return message;
    }

    public static IMessageActivity HeroCard(IList<Choice> choices, string text = null, string speak = null)
    {
        var card = new HeroCard { Text = text, Buttons = Buttons(choices) };
        // The text is on the card; in the message too it would be shown twice.
        var message = MessageFactory.Text(null, speak, InputHints.ExpectingInput);
        message.AttachmentLayout = AttachmentLayoutTypes.List;
        message.Attachments = [new Attachment { ContentType = Schema.HeroCard.ContentType, Content = card }];
        return message;
    }

    public static IList<Choice> ToChoices(IList<string> choices) => choices?.Select(value => new Choice(value)).ToList() ?? [];

    private static List<CardAction> Buttons(IList<Choice> choices) =>
        (choices ?? []).Select(choice => choice.Action ?? new CardAction { Type = ActionTypes.ImBack, Value = choice.Value, Title = choice.Value }).ToList();
}
