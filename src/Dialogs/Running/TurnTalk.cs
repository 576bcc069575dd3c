using MeliBot.Dialogs.Claims;
using MeliBot.Dialogs.Facts;
using MeliBot.Dialogs.Replies;
using MeliBot.Dialogs.Templates;
using MeliBot.Dialogs.Understanding;
using Microsoft.Bot.Builder;

namespace MeliBot.Dialogs.Running;

/// <summary>All that the dialogs of one turn share; in <c>TurnState</c>.</summary>
internal sealed class TurnTalk
{
    // Nothing that a person wrote needs so many; a loop without end does.
    private const int MostSteps = 1_000;

    private int _steps;

    public required CompiledPlaybook Playbook { get; init; }

    /// <summary><c>questions</c>, <c>orders</c> or <c>claims</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>In a claim: what the turn is about, of <see cref="ClaimEvents"/>.</summary>
    public required IReadOnlyList<string> Events { get; init; }

    public required UnderstoodQuestion Question { get; init; }

    public required TurnFacts Facts { get; init; }

    public required ReplyRenderer Renderer { get; init; }

    public required TextStyle Style { get; init; }

    public required Speech Speech { get; init; }

    public required DialogVariables Variables { get; init; }

    /// <summary>What wasn't said or done, and why, in sentences.</summary>
    public required List<string> Notes { get; init; }

    /// <summary>What the buyer wrote is no answer to what was asked, but a question of its own.</summary>
    public bool StartAnew { get; set; }

    public bool IsQuestion => Kind == "questions";

    public bool IsClaim => Kind == ClaimPlace.Name;

    /// <summary>In a claim: who may be written to, of <see cref="ClaimWords.Receivers"/>; null elsewhere.</summary>
    public string? Receiver { get; init; }

    /// <summary>Which dialog the claim's turn began, and why; null elsewhere, or where it goes on with one.</summary>
    public ClaimRoute? Route { get; set; }

    /// <summary>The dialog that the turn began or went on with; null for none.</summary>
    public string? Dialog { get; set; }

    public static TurnTalk Of(ITurnContext turn) => turn.TurnState.Get<TurnTalk>()
        ?? throw new InvalidOperationException("A file dialog runs within PlaybookBot only: begin it from a turn of that bot.");

    /// <summary>False when the turn has taken too many steps.</summary>
    public bool Step() => ++_steps <= MostSteps;

    /// <summary>For people and for acts: what isn't known stands as nothing, and private notes may be read.</summary>
    public async ValueTask<string> TextAsync(CompiledText text, Needs needs, CancellationToken cancellationToken)
    {
        await Facts.LoadAsync(needs, cancellationToken).ConfigureAwait(false);
        try
        {
            return text.Render(new Reading(Facts, forBuyer: false), Style).Trim();
        }
        catch (TemplateException e)
        {
            Notes.Add($"A template failed: {e.Message}.");
            return "";
        }
    }

    public async ValueTask<bool> HoldsAsync(ConditionNode condition, Needs needs, CancellationToken cancellationToken)
    {
        await Facts.LoadAsync(needs, cancellationToken).ConfigureAwait(false);
        return new Reading(Facts).Test(condition) == Truth.True;
    }
}
