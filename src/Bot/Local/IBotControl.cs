namespace MeliBot.Bot.Local;

/// <summary>What commands can ask of a host, whether it runs elsewhere or is this process itself.</summary>
public interface IBotControl
{
    /// <exception cref="ArgumentException">The site isn't known; the message lists those that are.</exception>
    Task<LinkStarted> BeginLinkAsync(string site, CancellationToken cancellationToken);

    /// <param name="pasted">The address that the seller's browser ended at.</param>
    Task<LinkResult> CompleteLinkAsync(string pasted, CancellationToken cancellationToken);

    /// <summary>Waits a while for the callback of an attempt; null when it hasn't come.</summary>
    Task<LinkResult?> AwaitLinkAsync(string state, CancellationToken cancellationToken);

    Task<IReadOnlyList<AccountView>> AccountsAsync(CancellationToken cancellationToken);

    Task<UnlinkResult> UnlinkAsync(long account, CancellationToken cancellationToken);

    Task<IReadOnlyList<ParkedView>> ParkedAsync(CancellationToken cancellationToken);

    /// <summary>False when it isn't parked any more.</summary>
    Task<bool> ReplayAsync(long id, CancellationToken cancellationToken);

    /// <summary>Whether the bot may send, and who turned the switch.</summary>
    Task<SendsView> SendsAsync(CancellationToken cancellationToken);

    Task<SendsView> StopSendsAsync(string by, string why, CancellationToken cancellationToken);

    Task<SendsView> ResumeSendsAsync(string by, string? why, CancellationToken cancellationToken);

    /// <summary>The conversations that changed last, newest first.</summary>
    Task<IReadOnlyList<ConversationRow>> ConversationsAsync(int max, CancellationToken cancellationToken);

    /// <summary>A listing of a linked account as Mercado Libre shows it now, as its JSON; null when no linked account has it.</summary>
    Task<string?> ItemAsync(string id, CancellationToken cancellationToken);

    /// <summary>Null when there is none of this id.</summary>
    Task<ConversationView?> ConversationAsync(string id, CancellationToken cancellationToken);

    /// <summary>The newest turns, newest first.</summary>
    Task<IReadOnlyList<TurnView>> TurnsAsync(int max, CancellationToken cancellationToken);

    /// <summary>Which playbook answers, and what is wrong with its last edit.</summary>
    Task<PlaybookView> PlaybookAsync(CancellationToken cancellationToken);

    /// <summary>The sales of an account, or of all; newest change first.</summary>
    /// <param name="deleted">The deleted leads instead of the others.</param>
    Task<IReadOnlyList<OrderView>> OrdersAsync(long? account, int max, string? stage, bool deleted, CancellationToken cancellationToken);

    /// <summary>Every stage in the order in which sales go through them, with how many are in it.</summary>
    Task<IReadOnlyList<StageView>> PipelineAsync(long? account, CancellationToken cancellationToken);

    /// <summary>A sale, or the sales of a pack, of any linked account; empty when none is known.</summary>
    Task<IReadOnlyList<OrderView>> OrderAsync(long id, CancellationToken cancellationToken);

    /// <summary>The claims, the most urgent first.</summary>
    /// <param name="account">Only this one's; null for all.</param>
    /// <param name="due">Only those in which the seller has to act.</param>
    /// <param name="closed">Closed ones too.</param>
    /// <param name="max">How many.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<IReadOnlyList<ClaimView>> ClaimsAsync(long? account, bool due, bool closed, int max, CancellationToken cancellationToken);

    /// <summary>A claim with all that happened in it; null when no linked account has it.</summary>
    Task<ClaimStory?> ClaimAsync(long id, CancellationToken cancellationToken);

    /// <summary>A claim as it is kept, with the orders that it is about; null when no linked account has it.</summary>
    Task<ClaimCaseView?> ClaimCaseAsync(long id, CancellationToken cancellationToken);

    /// <summary>The private note on a listing; null when there is none.</summary>
    Task<NoteView?> NoteAsync(long account, string item, CancellationToken cancellationToken);

    /// <param name="text">Empty takes it away.</param>
    Task SetNoteAsync(long account, string item, string text, CancellationToken cancellationToken);
}
