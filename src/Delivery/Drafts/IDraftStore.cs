using MeliBot.Delivery.Effects;

namespace MeliBot.Delivery.Drafts;

public interface IDraftStore
{
    Task<IReadOnlyList<Draft>> OpenAsync(long? account, int max, CancellationToken cancellationToken);

    Task<Draft?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Plans its effects, due now, as the agent's and without owner check, and commits its staged state, in one transaction; the state is left out if a version moved on since.</summary>
    Task<DraftResult> ApproveAsync(string id, string agent, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Plans its first effect with another payload; the staged state is thrown away.</summary>
    Task<DraftResult> ApproveEditedAsync(string id, string payload, string agent, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Plans these effects instead of its own, as the agent's and without owner check: for an edited reply that is more than one act. The staged state is thrown away.</summary>
    Task<DraftResult> ApproveEditedAsync(string id, IReadOnlyList<EffectPlan> effects, string agent, DateTimeOffset now, CancellationToken cancellationToken);

    Task<DraftResult> DiscardAsync(string id, string agent, DateTimeOffset now, CancellationToken cancellationToken);
}

public enum DraftResult
{
    Done,
    Missing,

    /// <summary>Somebody decided it before, or it was superseded.</summary>
    NotOpen,

    /// <summary>The slot is filled, or being filled, by somebody else.</summary>
    SlotTaken,
}
