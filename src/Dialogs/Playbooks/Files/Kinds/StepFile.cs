using MeliBot.Dialogs.Facts;

namespace MeliBot.Dialogs.Playbooks.Files;

/// <summary>The steps of dialogs.</summary>
internal static class StepFile
{
    private static readonly Scalar Variable = new("a variable that dialogs may set") { Pattern = @"^(conversation|user)\.[A-Za-z_][A-Za-z0-9_]*$", Example = "conversation.size" };
    private static readonly MapOf Templates = new(Scalars.Name, Scalars.Template, "names with their values");

    private static readonly Later Nested = new("steps", "a list of steps, each after a \"- \"", () => Steps!);

    private static readonly Key AskText = new("text", TextShapes.Local, "the question") { Required = true };
    private static readonly Key AskInto = new("into", Variable, "the variable that takes what was said") { Required = true };
    private static readonly Key AskType = new("type", Scalars.Choice("a type of answer", "text", "number", "confirm", "choice"), "what kind of answer is taken") { Default = "text" };
    private static readonly Key AskChoices = new("choices", new ListOf(TextShapes.Local, "a list of choices"), "of the type choice");
    private static readonly Key AskValid = new("valid", Scalars.Condition, "what must hold of the answer, which is called value");
    private static readonly Key AskRetry = new("retry", TextShapes.Local, "the text after an answer that doesn't fit");
    private static readonly Key AskTries = new("tries", new Scalar("a number from 1 to 10", ScalarType.Whole) { Min = 1, Max = 10, Example = "2" }, "after so many answers that don't fit the dialog goes on without a value") { Default = "2" };

    private static readonly Key ActName = new("name", Scalars.Name, "what the host is asked for") { Required = true };
    private static readonly Key ActWith = new("with", Templates, "what it needs to know");

    private static readonly Key Say = new("say", TextShapes.Local, "says a reply or a text by its name, or a text that stands here");
    private static readonly Key To = new("to", Scalars.Choice("a party", ClaimWords.Complainant, ClaimWords.Respondent, ClaimWords.Mediator), "in a claim: says it only where this party is the one who may be written to") { Default = "whoever may be" };
    private static readonly Key Answer = new("answer", Scalars.Choice("what is answered", "all"), "answers every intent that was recognised by its reply, in the order asked");
    private static readonly Key If = new("if", Scalars.Condition, "goes on with \"then\" if it holds, else with \"else\"");
    private static readonly Key Then = new("then", Nested, "the steps when it holds");
    private static readonly Key Else = new("else", Nested, "the steps when it doesn't");
    private static readonly Key Ask = new("ask", new Keyed("ask", "a question back", [AskText, AskInto, AskType, AskChoices, AskValid, AskRetry, AskTries]), "asks and takes what is said into a variable; on a question it is said with the answer, and the buyer's next question continues here");
    private static readonly Key Set = new("set", new MapOf(Variable, Scalars.Template, "variables with their values"), "sets variables");
    private static readonly Key HandOver = new("hand_over", Scalars.Template, "gives the conversation to a person, with the reason");
    private static readonly Key Act = new("act", new Keyed("act", "an act", [ActName, ActWith]), "asks the host for something that isn't talk");
    private static readonly Key Propose = new("propose", ClaimStepFile.ProposeShape, "in a claim: proposes to a person what costs money or can't be taken back; only a person carries it out");
    private static readonly Key AttachEvidence = new("attach_evidence", ClaimStepFile.EvidenceShape, "in a claim: proposes to a person to show Mercado Libre how the product was sent");
    private static readonly Key Remind = new("remind", ClaimStepFile.RemindShape, "in a claim: brings it up again later, by the event claim.reminder");
    private static readonly Key Begin = new("begin", Scalars.Name, "begins another dialog, and goes on when it ends");
    private static readonly Key Repeat = new("repeat", Scalars.Choice("dialog", "dialog"), "starts this dialog's steps anew; written \"- repeat\"");
    private static readonly Key End = new("end", Scalars.Choice("dialog", "dialog"), "ends the dialog; written \"- end\"");

    private static readonly Keyed Step = new("step", "a step", [Say, To, Answer, If, Then, Else, Ask, Set, HandOver, Act, Propose, AttachEvidence, Remind, Begin, Repeat, End])
    { OneOf = [Say, Answer, If, Ask, Set, HandOver, Act, Propose, AttachEvidence, Remind, Begin, Repeat, End] };

    public static readonly ListOf Steps = new(new Either("a step such as \"say: greeting\"", Scalars.Choice("a step", Repeat.Name, End.Name), Step), "a list of steps, each after a \"- \"");

    public static IReadOnlyList<Step> Read(Node? node) => node is ListNode list ? [.. list.Items.Select(ReadStep).OfType<Step>()] : [];

    private static Step? ReadStep(Node node) => node switch
    {
        ScalarNode { Value: var word } when word == Repeat.Name => new RepeatStep(node.Source),
        ScalarNode { Value: var word } when word == End.Name => new EndStep(node.Source),
        MapNode map => ReadKeyed(map),
        _ => null,
    };

    private static Step? ReadKeyed(MapNode map)
    {
        var at = map.Source;
        if (map.Get(Say) is { } said) return ReadSay(said, at) is { } say ? say with { To = map.Text(To) } : null;
        if (map.Get(Answer) is not null) return new AnswerStep(at);
        if (TextShapes.ReadCondition(map.Get(If)) is { } condition) return new IfStep(condition, Read(map.Get(Then)), Read(map.Get(Else)), at);
        if (map.Get(Ask) is MapNode ask) return ReadAsk(ask, at);
        if (map.Get(Set) is MapNode values) return new SetStep(ReadTemplates(values), at);
        if (TextShapes.ReadTemplate(map.Get(HandOver)) is { } reason) return new HandOverStep(reason, at);
        if (map.Get(Act) is MapNode act && act.Text(ActName) is { } action) return new ActStep(action, ReadTemplates(act.Get(ActWith) as MapNode), at);
        if (map.Get(Propose) is MapNode propose) return ClaimStepFile.ReadPropose(propose, at);
        if (map.Get(AttachEvidence) is MapNode evidence) return ClaimStepFile.ReadEvidence(evidence, at);
        if (map.Get(Remind) is MapNode remind) return ClaimStepFile.ReadRemind(remind, at);
        if (map.Text(Begin) is { } dialog) return new BeginStep(dialog, map.Get(Begin)!.Source);
        if (map.Find(Repeat.Name) is not null) return new RepeatStep(at);
        return map.Find(End.Name) is not null ? new EndStep(at) : null;
    }

    /// <summary>A word without spaces is a name, of a reply or of a text.</summary>
    private static SayStep? ReadSay(Node said, SourceSpan at)
    {
        if (said is ScalarNode name && Scalars.Name.Allows(name.Value)) return new SayStep(name.Value, null, name.Source);
        return TextShapes.ReadLocal(said) is { } text ? new SayStep(null, text, at) : null;
    }

    private static AskStep? ReadAsk(MapNode ask, SourceSpan at)
    {
        if (TextShapes.ReadLocal(ask.Get(AskText)) is not { } text || ask.Text(AskInto) is not { } into) return null;
        var choices = ask.Get(AskChoices) is ListNode list ? list.Items.Select(TextShapes.ReadLocal).OfType<LocalText>().ToArray() : [];
        return new AskStep(text, into, ask.Text(AskType) ?? "text", choices, TextShapes.ReadCondition(ask.Get(AskValid)), TextShapes.ReadLocal(ask.Get(AskRetry)), (int)Math.Clamp(ask.Whole(AskTries) ?? 2, 1, 10), at);
    }

    private static Dictionary<string, Template> ReadTemplates(MapNode? map)
    {
        var templates = new Dictionary<string, Template>(StringComparer.Ordinal);
        foreach (var (name, value) in map?.Entries ?? [])
        {
            if (TextShapes.ReadTemplate(value) is { } template) templates[name.Value] = template;
        }

        return templates;
    }
}
