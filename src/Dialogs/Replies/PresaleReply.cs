using MeliBot.Dialogs.Facts;
using MeliBot.Dialogs.Understanding;

namespace MeliBot.Dialogs.Replies;

/// <summary>What a question gets: fragments, and why a person must see it when one must.</summary>
/// <param name="Prompt">Asks the buyer something; the next question on this listing may be its answer.</param>
/// <param name="HandOver">Null when the bot answers alone.</param>
/// <param name="Intents">What was asked, without what turned out not to be meant.</param>
public sealed record PresaleReply(IReadOnlyList<Fragment> Fragments, IReadOnlyList<RecognisedIntent> Intents, Fragment? Prompt, string? HandOver)
{
    public static PresaleReply To(IReadOnlyList<RecognisedIntent> intents, ItemFacts? facts, Voice voice)
    {
        if (facts is null) return new PresaleReply([], intents, null, "The listing can't be read, so nothing about it is known.");

        var answers = new Answers(facts, voice);
        var cores = intents.Select(i => (Intent: i, Fragment: answers.To(i))).ToArray();
        var open = cores.Where(c => c.Fragment is null).Select(c => c.Intent.Name).Distinct().ToArray();
        // What is only meant is worth saying of an option that can be bought.
        var isOut = cores.Any(c => c.Fragment is { Rule: not "variant.yes" } fragment && fragment.Intent == Understanding.Intents.Variant);
        if (isOut) cores = [.. cores.Where(c => !c.Intent.Carried)];
        var said = cores.Select(c => c.Fragment).OfType<Fragment>().ToArray();
        var handOver = open.Length == 0 ? null : $"The bot has no answer for: {string.Join(", ", open)}.";
        if (said.Length == 0) return new PresaleReply([], intents, null, handOver);

        var prompt = handOver is null && intents.Any(answers.AsksWhich) ? new Fragment(FragmentRole.Complement, voice.WhichOption, null, "option.ask", null, []) : null;
        Fragment[] opening = said is [{ Intent: Understanding.Intents.Thanks }] ? [] : [new Fragment(FragmentRole.Greeting, voice.Greeting, null, "greeting", null, [])];
        Fragment[] closing = said is [{ Intent: Understanding.Intents.Thanks }] ? [] : [new Fragment(FragmentRole.Closing, voice.Closing, null, "closing", null, [])];
        return new PresaleReply([.. opening, .. said, .. closing], [.. cores.Select(c => c.Intent)], prompt, handOver);
    }
}
