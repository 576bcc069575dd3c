using Refit;

namespace MeliBot.MercadoLibre;

/// <summary>
/// Messages of a sale. Where a sale has no pack, its order's id is the pack. Reading here never marks anything as read;
/// <see cref="MarkReadAsync"/> does.
/// </summary>
public interface IMessagesApi
{
    /// <summary>One page of a thread; <see cref="MessageReads.ThreadAsync"/> reads all of it.</summary>
    [Get("/messages/packs/{pack_id}/sellers/{seller_id}?tag=post_sale&mark_as_read=false")]
    Task<MessageThread> PageAsync(
        [AliasAs("pack_id")] long packId,
        [AliasAs("seller_id")] long sellerId,
        int? offset = null,
        int? limit = null,
        CancellationToken cancellationToken = default);

    /// <summary>Marks everything in the thread as read: the platform has no other way than this reading.</summary>
    [Get("/messages/packs/{pack_id}/sellers/{seller_id}?tag=post_sale&mark_as_read=true&limit=1")]
    Task<MessageThread> MarkReadAsync([AliasAs("pack_id")] long packId, [AliasAs("seller_id")] long sellerId, CancellationToken cancellationToken = default);

    /// <summary>Right after a notification it may not be there yet (404).</summary>
    [Get("/messages/{message_id}?tag=post_sale")]
    Task<FoundMessage> GetAsync([AliasAs("message_id")] string messageId, CancellationToken cancellationToken = default);

    /// <summary>Threads of the account as seller with unread messages, and some where it is the buyer.</summary>
    [Get("/messages/unread?role=seller&tag=post_sale")]
    Task<UnreadThreads> UnreadAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Sends one message. Never repeated by the client; if the error <see cref="MercadoLibreError.IsAmbiguous"/>, read the thread before
    /// deciding anything. Success isn't delivery: look at <see cref="Message.IsDelivered"/>.
    /// </summary>
    [Post("/messages/packs/{pack_id}/sellers/{seller_id}?tag=post_sale")]
    Task<Message> SendAsync([AliasAs("pack_id")] long packId, [AliasAs("seller_id")] long sellerId, [Body] MessageRequest message, CancellationToken cancellationToken = default);

    /// <summary>The reasons for which the seller may open the thread.</summary>
    [Get("/messages/action_guide/packs/{pack_id}?tag=post_sale")]
    Task<ActionGuide> ActionGuideAsync([AliasAs("pack_id")] long packId, CancellationToken cancellationToken = default);

    [Get("/messages/action_guide/packs/{pack_id}/caps_available?tag=post_sale")]
    Task<List<ContactCap>> CapsAsync([AliasAs("pack_id")] long packId, CancellationToken cancellationToken = default);

    /// <summary>Opens the thread for a reason. Not in parallel for one sale: 409 while another is under way.</summary>
    [Post("/messages/action_guide/packs/{pack_id}/option?tag=post_sale")]
    Task<Message> ContactAsync([AliasAs("pack_id")] long packId, [Body] ContactRequest contact, CancellationToken cancellationToken = default);
}
