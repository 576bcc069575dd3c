namespace MeliBot.Delivery.Conversations;

/// <summary>Names a conversation and the account it belongs to.</summary>
/// <param name="Id">Unique everywhere; its meaning is the adapter's, for example <c>questions:{account}:{item}:{buyer}</c>.</param>
/// <param name="Account">Partition key of everything in the conversation.</param>
/// <param name="Kind"><c>questions</c>, <c>orders</c> or <c>claims</c>.</param>
public sealed record ConversationRef(string Id, long Account, string Kind);
