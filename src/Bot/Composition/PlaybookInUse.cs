using MeliBot.Dialogs.Playbooks;
using MeliBot.Dialogs.Understanding;

namespace MeliBot.Bot.Composition;

/// <summary>The playbook that answers now, and what it has learnt to understand; models are kept for all hosts of this user.</summary>
internal sealed class PlaybookInUse
{
    private readonly Lazy<IntentModel> _model = new(() => new ModelCache(ModelFolder).LoadOrTrain(ShippedPlaybook.Playbook.Training));

    public Playbook Playbook { get; } = ShippedPlaybook.Playbook;

    /// <summary>Learnt in some seconds where no host has learnt it before.</summary>
    public IntentModel Model => _model.Value;

    private static string ModelFolder => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify) is { Length: > 0 } folder ? folder : Path.GetTempPath(),
        "melibot",
        "models");
}
