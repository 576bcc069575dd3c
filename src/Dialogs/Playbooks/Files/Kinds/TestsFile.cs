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
    private static readonly Key At = new("at", Scalars.Moment, "when it is asked") { Default = "now" };
    private static readonly Key Before = new("before", Texts, "what the same buyer wrote before, on this listing or sale");
    private static readonly Key Intents = new("intents", new ListOf(Scalars.Name, "a list of intents"), "what must be recognised, in the order asked");
    private static readonly Key Text = new("text", Scalars.Text, "the whole answer");
    private static readonly Key Contains = new("contains", Texts, "what must stand in the answer");
    private static readonly Key Lacks = new("lacks", Texts, "what must not stand in it");
    private static readonly Key Decision = new("decision", Scalars.Choice("a decision", "send", "draft", "hold", "drop", "shadow"), "what must happen to it");

    public static readonly ListOf Shape = new(new Keyed("test", "a test", [Name, Question, Message, Locale, Item, Order, At, Before, Intents, Text, Contains, Lacks, Decision]) { OneOf = [Question, Message] }, "a list of tests, each beginning with \"- question: ...\" or \"- message: ...\"");

    public static IEnumerable<TestPart> Read(ListNode list)
    {
        foreach (var map in list.Maps())
        {
            var message = map.Scalar(Message);
            if ((map.Scalar(Question) ?? message) is not { } question || question.Text() is null) continue;
            var test = new PlaybookTest(
                map.Text(Name) ?? question.Value,
                question.Value,
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
            };
            yield return new TestPart(test, map.Get(Item)?.Source ?? map.Source, map.Get(Order)?.Source ?? map.Source, [.. map.Get(Intents).Scalars().Select(s => s.Source)]);
        }
    }
}

/// <param name="Item">Where its listing is named.</param>
/// <param name="Order">Where its sale is named.</param>
/// <param name="Labels">Where its intents stand.</param>
internal sealed record TestPart(PlaybookTest Test, SourceSpan Item, SourceSpan Order, IReadOnlyList<SourceSpan> Labels);
