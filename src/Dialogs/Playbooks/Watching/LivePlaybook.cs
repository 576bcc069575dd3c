using MeliBot.Dialogs.Understanding;

namespace MeliBot.Dialogs.Playbooks;

/// <summary>A playbook with models that fit it: every intent that they can find is one of the playbook's.</summary>
/// <param name="Model">Understands questions.</param>
public sealed record LivePlaybook(Playbook Playbook, IntentModel Model)
{
    /// <summary>Understands the messages of a sale; null where no intent is heard there. The first who asks waits until it is learnt, which the cache makes short.</summary>
    public IntentModel? AfterSale => Messages?.Model;

    /// <summary>Understands the messages of a claim; null where they are understood as those of a sale.</summary>
    public IntentModel? InClaims => Claims?.Model;

    internal LearntWhenAsked? Messages { get; init; }

    internal LearntWhenAsked? Claims { get; init; }
}

/// <summary>A model that costs nothing before the first message comes.</summary>
internal sealed class LearntWhenAsked(TrainingSet set, Func<TrainingSet, CancellationToken, IntentModel> learn)
{
    private readonly Lazy<IntentModel> _model = new(() => learn(set, CancellationToken.None));

    public string ContentHash => set.ContentHash;

    public IReadOnlyList<string> Intents => set.Intents;

    public IntentModel Model => _model.Value;
}

/// <summary>How the last edit came out.</summary>
/// <param name="Folder">A path, or <c>shipped</c>.</param>
/// <param name="ReadAt">When the files were read last.</param>
/// <param name="LiveVersion">Of the playbook that answers.</param>
/// <param name="Diagnostics">Of the last edit. With errors among them, the version before goes on answering.</param>
/// <param name="IsLearning">New examples are being learnt; until then the model before answers.</param>
public sealed record PlaybookStatus(string Folder, DateTimeOffset ReadAt, string LiveVersion, IReadOnlyList<Diagnostic> Diagnostics, bool IsLearning)
{
    public bool IsBroken => Diagnostics.Any(d => d.Severity == Severity.Error);
}

/// <summary>There is no playbook to answer with.</summary>
public sealed class PlaybookException(string folder, IReadOnlyList<Diagnostic> diagnostics)
    : Exception($"The playbook \"{folder}\" has errors, and there is none before it that could answer. \"dialogs check\" shows them too.\n{string.Join('\n', diagnostics)}")
{
    public IReadOnlyList<Diagnostic> Diagnostics { get; } = diagnostics;
}
