using MeliBot.Adapter;
using MeliBot.Adapter.Claims;
using MeliBot.Adapter.Claims.Writing;
using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Reasons;
using MeliBot.Inbox.Conversations;
using MeliBot.Inbox.Writing;
using MeliBot.MercadoLibre;

namespace MeliBot.Inbox.Claims;

/// <summary>Sends what a person writes in a claim, to the one party to whom Mercado Libre lets the account write.</summary>
internal sealed class ClaimMessageDesk(AgentPlans plans, IMercadoLibreClient client, TimeProvider time)
{
    /// <param name="view">The claim as the page shows it: the text goes to the receiver that it names, or to nobody.</param>
    /// <param name="draft">The proposal that the text replaces; null when it replaces none.</param>
    /// <param name="parts">The messages, in their order; none where only files are sent.</param>
    /// <param name="files">Names that uploads gave; the first message carries them.</param>
    /// <param name="send">Names this send: the same one twice sends once.</param>
    /// <param name="agent">Who writes.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Written> SendAsync(ClaimView view, DraftView? draft, IReadOnlyList<string> parts, IReadOnlyList<string> files, string send, string agent, CancellationToken cancellationToken)
    {
        if (view.Claim?.Receiver?.Value is not { } receiver) return new Written(WriteResult.NotAllowed, view.IsOpen ? ClaimReasons.NobodyToWrite.With(view.Claim?.Claim.Stage.ToString() ?? "") : ClaimReasons.Closed);
        if (parts.Count == 0 && files.Count == 0) return new Written(WriteResult.NotAllowed, WritingReasons.EmptyText);
        var account = view.Conversation.Account;
        var now = time.GetUtcNow();
        return await plans.StoreAsync(
            view.Conversation,
            draft,
            [
                .. (parts.Count == 0 ? [""] : parts).Select((text, n) => new EffectPlan
                {
                    Key = ClaimKeys.MessageSlot(account, view.Id, send, n),
                    Kind = ClaimMessagePayload.Kind,
                    Payload = new ClaimMessagePayload(view.Id, receiver, text, n == 0 && files.Count > 0 ? files : null).ToJson(),
                    Author = "agent:" + agent,
                    Activity = view.Waiting is [.., var newest] ? newest.Id : null,
                    Chain = ClaimKeys.MessageSlot(account, view.Id, send, 0),
                    Position = n,
                    DueAt = now,
                }),
            ],
            agent,
            cancellationToken);
    }

    /// <summary>Uploads a file for a message.</summary>
    /// <returns>The name that a message carries, or why there is none.</returns>
    public Task<(string? Key, Reason? Problem)> UploadAsync(ClaimView view, string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        UploadAsync(() => client.For(view.Conversation.Account).ClaimFiles.UploadAsync(view.Id, ClaimFileNames.Safe(name), content, cancellationToken));

    /// <summary>Uploads a file that proves something.</summary>
    /// <inheritdoc cref="UploadAsync(ClaimView, string, ReadOnlyMemory{byte}, CancellationToken)"/>
    public Task<(string? Key, Reason? Problem)> UploadOfEvidenceAsync(long account, long claim, string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        UploadAsync(() => client.For(account).ClaimFiles.UploadOfEvidenceAsync(claim, ClaimFileNames.Safe(name), content, cancellationToken));

    /// <summary>Uploads a file that shows how a product came back.</summary>
    /// <inheritdoc cref="UploadAsync(ClaimView, string, ReadOnlyMemory{byte}, CancellationToken)"/>
    public Task<(string? Key, Reason? Problem)> UploadOfReturnAsync(long account, long claim, string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        UploadAsync(() => client.For(account).ClaimFiles.UploadOfReturnAsync(claim, ClaimFileNames.Safe(name), content, cancellationToken));

    private static async Task<(string? Key, Reason? Problem)> UploadAsync(Func<Task<ClaimAttachment>> upload)
    {
        try
        {
            return ((await upload()).Key, null);
        }
        catch (MercadoLibreException failure)
        {
            return (null, PlatformReasons.Of(failure.Error));
        }
    }
}
