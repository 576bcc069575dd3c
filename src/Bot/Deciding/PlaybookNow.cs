using MeliBot.Dialogs.Playbooks;

namespace MeliBot.Bot.Deciding;

/// <summary>The playbook that counts at this moment.</summary>
internal sealed class PlaybookNow(Func<Playbook> current)
{
    public Playbook Current => current();
}
