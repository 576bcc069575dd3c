using MeliBot.Delivery.Stores.Sqlite;
using MeliBot.Dialogs.Playbooks;
using MeliBot.Dialogs.Understanding;
using Microsoft.Extensions.Options;

namespace MeliBot.Bot.Composition;

/// <summary>The playbook that answers now, and what it has learnt to understand; models are kept beside the database.</summary>
internal sealed class PlaybookInUse(IOptions<SqliteDeliveryOptions> database)
{
    private readonly Lazy<IntentModel> _model = new(() => new ModelCache(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(database.Value.Path))!, "models")).LoadOrTrain(ShippedPlaybook.Playbook.Training));

    public Playbook Playbook { get; } = ShippedPlaybook.Playbook;

    public IntentModel Model => _model.Value;
}
