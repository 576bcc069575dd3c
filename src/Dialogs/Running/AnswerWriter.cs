using MeliBot.Dialogs.Replies;

namespace MeliBot.Dialogs.Running;

/// <summary>Answers every intent of the question by its reply, in the order asked.</summary>
internal static class AnswerWriter
{
    // Half of what can be said depends on it, and nothing is about it.
    private const string OnSale = "item.on_sale";

    public static async Task AnswerAsync(TurnTalk talk, CancellationToken cancellationToken)
    {
        if (talk.Question.Intents.Count == 0) talk.Speech.HandOver("Nothing that could be answered was recognised in the question.");
        var said = new List<Fragment>();
        foreach (var intent in talk.Question.Intents)
        {
            if (talk.Playbook.ReplyTo(intent.Name) is not { } reply)
            {
                talk.Speech.HandOver($"The playbook has no reply to '{intent.Name}'.");
                continue;
            }

            var rendered = await talk.Renderer.RenderAsync(reply, intent, talk.Playbook.Critical.Contains(intent.Name), cancellationToken).ConfigureAwait(false);
            said.AddRange(rendered.Fragments);
            if (rendered.HandOver is { } reason) talk.Speech.HandOver(reason);
        }

        var cores = said.Where(f => f.Role == FragmentRole.Core).ToArray();
        foreach (var fragment in said.Where(f => f.Role == FragmentRole.Complement && AddsNothing(f, cores)).ToArray())
        {
            said.Remove(fragment);
            talk.Notes.Add($"{fragment.Rule}: another answer of this turn says it already.");
        }

        await talk.Speech.SayAsync(said, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>It speaks of what an answer to something else that was asked speaks of.</summary>
    private static bool AddsNothing(Fragment complement, Fragment[] cores) =>
        cores.Any(core => core.Intent != complement.Intent && complement.Facts.Any(fact => fact.Name != OnSale && core.Facts.Any(f => f.Name == fact.Name)));
}
