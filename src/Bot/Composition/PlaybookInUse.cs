using MeliBot.Dialogs.Playbooks;
using MeliBot.Dialogs.Understanding;

namespace MeliBot.Bot.Composition;

/// <summary>The playbook that answers now, and what it has learnt to understand.</summary>
internal sealed class PlaybookInUse
{
    private readonly Lazy<IntentModel> _model = new(() => new ModelCache(CacheFolder.Path).LoadOrTrain(ShippedPlaybook.Playbook.Training));

    public Playbook Playbook { get; } = ShippedPlaybook.Playbook;

    /// <summary>Learnt in some seconds where nobody on this machine has learnt it before.</summary>
    public IntentModel Model => _model.Value;
}
