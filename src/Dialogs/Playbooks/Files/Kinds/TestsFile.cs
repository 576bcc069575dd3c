using MeliBot.Dialogs.Claims;
using MeliBot.Dialogs.Facts;

namespace MeliBot.Dialogs.Playbooks.Files;

/// <summary>Files under <c>tests</c>.</summary>
internal static class TestsFile
{
    private static readonly Shape Texts = new Either("a text or a list of texts", Scalars.Text, new ListOf(Scalars.Text, "a list of texts"));

    private static readonly Key Name = new("name", Scalars.Text, "what is tested") { Default = "the question" };
    private static readonly Key Question = new("question", Scalars.Text, "what the buyer asks before the sale");
    private static readonly Key Message = new("message", Scalars.Text, "what the buyer writes after the sale");
    private static readonly Key Locale = new("locale", Scalars.Locale, "where it is asked") { Default = "that of the listing's site" };
    private static readonly Key Item = new("item", new Scalar("a file under tests/items") { Pattern = @"^[^/\\]+\.json$", Example = "earbuds.json" }, "a file under tests/items: the listing, as Mercado Libre's JSON") { Default = "no listing" };
    private static readonly Key Order = new("order", new Scalar("a file under tests/orders") { Pattern = @"^[^/\\]+\.(yaml|json)$", Example = "shipped.yaml" }, "a file under tests/orders: the sale that a message is about, in short or as Mercado Libre's JSON") { Default = "no sale is known" };
    private static readonly Key Event = new("event", Scalars.Choice("an event", [.. ClaimEvents.All.Where(e => e != ClaimEvents.Message)]), "what happens in the claim, where nobody writes");
    private static readonly Key Claim = new("claim", new Scalar("a file under tests/claims") { Pattern = @"^[^/\\]+\.yaml$", Example = "defective.yaml" }, "a file under tests/claims: the claim in which the message is written, or the event happens") { Default = "no claim" };
    private static readonly Key Author = new("from", Scalars.Choice("a party", ClaimWords.Complainant, ClaimWords.Respondent, ClaimWords.Mediator), "who writes in the claim") { Default = "complainant" };
    private static readonly Key At = new("at", Scalars.Moment, "when it is asked") { Default = "now" };
    private static readonly Key Before = new("before", Texts, "what the same buyer wrote before, on this listing or sale");
    private static readonly Key Intents = new("intents", new ListOf(Scalars.Name, "a list of intents"), "what must be recognised, in the order asked");
    private static readonly Key Text = new("text", Scalars.Text, "the whole answer");
    private static readonly Key Contains = new("contains", Texts, "what must stand in the answer");
    private static readonly Key Lacks = new("lacks", Texts, "what must not stand in it");
    private static readonly Key Dialog = new("dialog", Scalars.Name, $"the dialog that must begin; {PlaybookTest.NoDialog} where a person must get it");
    private static readonly Key Proposes = new("proposes", new ListOf(Scalars.Choice("a proposal", [.. ClaimProposals.All]), "a list of proposals"), "what must be proposed to a person, and nothing else");
    private static readonly Key Decision = new("decision", Scalars.Choice("a decision", "send", "draft", "hold", "drop", "shadow"), "what must happen to it");

    public static readonly ListOf Shape = new(new Keyed("test", "a test", [Name, Question, Message, Event, Locale, Item, Order, Claim, Author, At, Before, Intents, Text, Contains, Lacks, Dialog, Proposes, Decision]) { OneOf = [Question, Message, Event] }, "a list of tests, each beginning with \"- question: ...\", \"- message: ...\" or \"- event: ...\"");

    public static IEnumerable<TestPart> Read(ListNode list)
    {
        foreach (var map in list.Maps())
        {
            var happened = map.Scalar(Event);
            var message = map.Scalar(Message) ?? happened;
            if ((map.Scalar(Question) ?? message) is not { } question || question.Text() is null) continue;
            var test = new PlaybookTest(
                map.Text(Name) ?? question.Value,
                happened is null ? question.Value : "",
                map.Text(Locale),
                map.Text(Item),
                map.Text(At) is { } at ? Scalars.ReadMoment(at) : null,
                map.Texts(Before),
                map.Get(Intents) is ListNode ? map.Texts(Intents) : null,
                map.Text(Text),
                map.Texts(Contains),
                map.Texts(Lacks),
                map.Text(Decision),
                map.Source)
            {
                IsMessage = message is not null,
                Order = map.Text(Order),
                Claim = map.Text(Claim),
                Event = happened?.Text(),
                From = map.Text(Author),
                Dialog = map.Text(Dialog),
                Proposes = map.Get(Proposes) is ListNode ? map.Texts(Proposes) : null,
            };
            yield return new TestPart(test, map.Get(Item)?.Source ?? map.Source, map.Get(Order)?.Source ?? map.Source, [.. map.Get(Intents).Scalars().Select(s => s.Source)])
            {
                Claim = map.Get(Claim)?.Source ?? map.Source,
                Dialog = map.Get(Dialog)?.Source ?? map.Source,
            };
        }
    }
}

/// <param name="Item">Where its listing is named.</param>
/// <param name="Order">Where its sale is named.</param>
/// <param name="Labels">Where its intents stand.</param>
internal sealed record TestPart(PlaybookTest Test, SourceSpan Item, SourceSpan Order, IReadOnlyList<SourceSpan> Labels)
{
    /// <summary>Where its claim is named.</summary>
    public required SourceSpan Claim { get; init; }

    /// <summary>Where the dialog is named that must begin.</summary>
    public required SourceSpan Dialog { get; init; }
}
