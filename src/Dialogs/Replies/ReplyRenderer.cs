using System.Globalization;
using MeliBot.Dialogs.Facts;
using MeliBot.Dialogs.Templates;
using MeliBot.Dialogs.Understanding;

namespace MeliBot.Dialogs.Replies;

/// <param name="HandOver">Why a person must answer; null when the bot has.</param>
internal sealed record RenderedReply(IReadOnlyList<Fragment> Fragments, string? HandOver);

/// <param name="Rule">With the wording's number, where wordings are named.</param>
internal sealed record RenderedText(string Text, IReadOnlyList<FactNote> Facts, string Rule);

/// <summary>From a reply and what is known to what is said: the first core that holds, and every other fragment that does.</summary>
/// <param name="seed">Draws wordings: the activity's id.</param>
/// <param name="notes">Takes in sentences what wasn't said, and why.</param>
/// <param name="namesWording">A fragment's rule ends in the number of its wording (<c>sale_thanks.thanks#2</c>), so that it can be counted how often the same words are said.</param>
internal sealed class ReplyRenderer(TurnFacts facts, TextStyle style, IReadOnlyList<string> voices, string seed, ICollection<string> notes, bool namesWording = false)
{
    // What the buyer, the dialog or the clock says proves nothing about the product.
    private static readonly string[] NoProof = ["question", "state", "clock", "account"];

    /// <param name="critical">A core counts only if a fact with a source stands behind it, or if it says that it isn't known.</param>
    public async ValueTask<RenderedReply> RenderAsync(CompiledReply reply, AskedIntent? intent, bool critical, CancellationToken cancellationToken)
    {
        facts.About(intent);
        var said = new List<Fragment>();
        string? handOver = null;
        var core = false;
        foreach (var fragment in reply.Fragments)
        {
            if (core && fragment.Role == FragmentRole.Core) continue;
            if (await HoldsAsync(fragment, cancellationToken).ConfigureAwait(false) is not { } reading) continue;
            if (fragment.HandOver is { } reason)
            {
                (handOver, core) = (reason, true);

                // What is said beside it is the person's draft.
                if (fragment.Say is null) continue;
            }

            if (await TextAsync(fragment, reading, intent, critical, cancellationToken).ConfigureAwait(false) is not ({ } text, var rule)) continue;
            said.Add(new Fragment(fragment.Role, text, IntentOf(fragment, intent), rule, fragment.Role is FragmentRole.Core ? intent?.Span : null, FactsOf(fragment, reading)));
            core |= fragment.Role == FragmentRole.Core;
        }

        // What only goes with an answer has nothing to go with.
        if (handOver is not null || (reply.HasCore && !core)) said.RemoveAll(f => f.Role != FragmentRole.Core);
        if (handOver is null && reply.HasCore && !core) handOver = $"The reply '{reply.Name}' has no answer for this listing.";
        return new RenderedReply(said, handOver);
    }

    /// <summary>A text of its own, outside a reply; null when it can't be said.</summary>
    public async ValueTask<RenderedText?> RenderAsync(Wordings wordings, string rule, CancellationToken cancellationToken)
    {
        await facts.LoadAsync(wordings.Needs, cancellationToken).ConfigureAwait(false);
        var reading = new Reading(facts);
        return wordings.Pick(voices, seed, rule) is { } wording && Render(wording.Text, reading, rule) is { Length: > 0 } said ? new RenderedText(said, reading.Facts, RuleOf(rule, wording)) : null;
    }

    private async ValueTask<Reading?> HoldsAsync(CompiledFragment fragment, CancellationToken cancellationToken)
    {
        await facts.LoadAsync(fragment.WhenNeeds, cancellationToken).ConfigureAwait(false);
        if (fragment.Unknown is { } unknown && unknown.All(name => facts.Read(name).IsKnown)) return null;
        var reading = new Reading(facts);
        return fragment.When is null || reading.Test(fragment.When) == Truth.True ? reading : null;
    }

    private async ValueTask<(string? Text, string Rule)> TextAsync(CompiledFragment fragment, Reading reading, AskedIntent? intent, bool critical, CancellationToken cancellationToken)
    {
        await facts.LoadAsync(fragment.Say!.Needs, cancellationToken).ConfigureAwait(false);
        if (fragment.Say.Pick(voices, seed, fragment.Rule) is not { } wording)
        {
            notes.Add($"{fragment.Rule}: it has no text for the voices {string.Join(", ", voices)}.");
            return (null, fragment.Rule);
        }

        var rule = RuleOf(fragment.Rule, wording);
        if (Render(wording.Text, reading, fragment.Rule) is not { Length: > 0 } text) return (null, rule);
        if (!critical || fragment.Role != FragmentRole.Core || fragment.Unknown is not null || reading.Facts.Any(f => f is { Value: not null, Source: not null } && !NoProof.Contains(f.Source))) return (text, rule);
        notes.Add($"{fragment.Rule}: '{intent?.Name}' is critical, and no fact with a source stands behind it.");
        return (null, rule);
    }

    private string RuleOf(string rule, Wording wording) => namesWording ? string.Create(CultureInfo.InvariantCulture, $"{rule}#{wording.Number}") : rule;

    private string? Render(CompiledText template, Reading reading, string rule)
    {
        try
        {
            var text = template.Render(reading, style).Trim();
            if (reading.Missing is null) return text;
            notes.Add($"{rule}: {reading.Missing} isn't known, or isn't for buyers.");
        }
        catch (TemplateException e)
        {
            notes.Add($"{rule}: {e.Message}.");
        }

        return null;
    }

    private static string? IntentOf(CompiledFragment fragment, AskedIntent? intent) => fragment.Role is FragmentRole.Core or FragmentRole.Complement ? intent?.Name : null;

    private IReadOnlyList<FactNote> FactsOf(CompiledFragment fragment, Reading reading)
    {
        if (fragment.Unknown is not { } unknown) return reading.Facts;
        return [.. reading.Facts, .. unknown.Where(name => !facts.Read(name).IsKnown).Select(name => new FactNote(name, null, null, null))];
    }
}
