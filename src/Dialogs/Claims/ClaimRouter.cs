using MeliBot.Dialogs.Playbooks;

namespace MeliBot.Dialogs.Claims;

/// <summary>
/// Chooses the dialog of a turn of a claim: of those that fit, the most specific. That is the one that names more keys (events, left, action, must_act, reputation,
/// triage, group, stage, type, intents, when); of equals the one that names the stronger, in this order; then the one that lists fewer values, then the one that wants less
/// time left, then the first by name. Where none fits it is a person's. A type or stage that Mercado Libre has added since is talked in only by a dialog that names it.
/// </summary>
public sealed class ClaimRouter
{
    private readonly IReadOnlyList<ClaimDialog> _dialogs;

    public ClaimRouter(Playbook playbook)
    {
        ArgumentNullException.ThrowIfNull(playbook);
        _dialogs = ClaimDialog.Of(playbook);
    }

    /// <summary>Names of the dialogs on claims, the most specific first.</summary>
    public IReadOnlyList<string> Dialogs => [.. _dialogs.Select(d => d.Name)];

    /// <param name="holds">Whether the <c>when</c> of a dialog holds; asked only of those whose keys fit and that nothing goes before.</param>
    public async ValueTask<ClaimRoute> RouteAsync(ClaimSituation situation, Func<DialogDefinition, ValueTask<bool>> holds)
    {
        ArgumentNullException.ThrowIfNull(situation);
        ArgumentNullException.ThrowIfNull(holds);
        ClaimDialog? chosen = null;
        var candidates = new List<RouteCandidate>(_dialogs.Count);
        foreach (var dialog in _dialogs)
        {
            if (dialog.Against(situation) is { } against)
            {
                candidates.Add(new RouteCandidate(dialog.Name, RouteOutcome.Unfit, against) { IsNear = IsNear(dialog, situation) });
            }
            else if (chosen is not null)
            {
                candidates.Add(new RouteCandidate(dialog.Name, RouteOutcome.Outranked, $"{(dialog.Definition.When is null ? "it fits" : "its keys fit")} too, and '{chosen.Name}' goes before it: {Before(chosen, dialog)}"));
            }
            else if (dialog.Definition.When is { } when && !await holds(dialog.Definition).ConfigureAwait(false))
            {
                candidates.Add(new RouteCandidate(dialog.Name, RouteOutcome.Unfit, $"its condition doesn't hold: {when.Text}") { IsNear = true });
            }
            else
            {
                chosen = dialog;
                candidates.Add(new RouteCandidate(dialog.Name, RouteOutcome.Chosen, dialog.Named.Count == 0 ? "it names nothing, and nothing else fits" : $"it names {string.Join(", ", dialog.Named)}, and all of it holds"));
            }
        }

        return new ClaimRoute(situation, chosen?.Name, candidates);
    }

    /// <summary>Worth a word: it is about this type, stage and group, and names the type or the stage.</summary>
    private static bool IsNear(ClaimDialog dialog, ClaimSituation at)
    {
        var named = dialog.Conditions.Named;
        return (named.ContainsKey(ClaimKey.Type) || named.ContainsKey(ClaimKey.Stage)) && Fits(ClaimKey.Type, at.Type) && Fits(ClaimKey.Stage, at.Stage) && Fits(ClaimKey.Group, at.Group);

        bool Fits(ClaimKey key, string? value) => !named.TryGetValue(key, out var wanted) || (value is not null && wanted.Contains(value, StringComparer.OrdinalIgnoreCase));
    }

    private static string Before(ClaimDialog first, ClaimDialog second) => first.Named.Count != second.Named.Count
        ? $"it names {first.Named.Count} keys ({string.Join(", ", first.Named)}), this one {(second.Named.Count == 0 ? "none" : $"{second.Named.Count} ({string.Join(", ", second.Named)})")}"
        : first.Named.Except(second.Named, StringComparer.Ordinal).FirstOrDefault() is { } stronger
            ? $"both name {first.Named.Count} keys, and {stronger} is stronger than {second.Named.Except(first.Named, StringComparer.Ordinal).First()}"
            : "both name the same keys, and it is narrower or comes first by name";
}
