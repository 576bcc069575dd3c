namespace MeliBot.Inbox.Designing;

/// <summary>What the console's page asks of the bot. The host implements it, because only the host knows playbooks.</summary>
public interface IDialogConsole
{
    PlaybookStanding Playbook { get; }

    /// <summary>
    /// Runs a question as production runs it, and stops where it would be sent: nothing is stored, and of Mercado Libre at most a listing is read, when the question names one.
    /// </summary>
    Task<ConsoleReply> TryAsync(ConsoleQuestion question, CancellationToken cancellationToken);
}
