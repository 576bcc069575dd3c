using MeliBot.Dialogs.Playbooks;
using MeliBot.Dialogs.Understanding;

namespace MeliBot.Bot.Composition;

/// <summary>The playbook that answers now, and what it has learnt to understand: those of the last edit without errors.</summary>
internal sealed class PlaybookInUse(PlaybookSource source)
{
    public Playbook Playbook => source.Current.Playbook;

    /// <summary>Learnt in some seconds where nobody on this machine has learnt it before.</summary>
    public IntentModel Model => source.Current.Model;

    /// <summary>Understands the messages of a sale; null where the playbook has no intents for them.</summary>
    public IntentModel? AfterSale => source.Current.AfterSale;

    /// <summary>Null where claims' messages are understood as those of a sale.</summary>
    public IntentModel? InClaims => source.Current.InClaims;
}
