using MeliBot.Delivery.Reasons;

namespace MeliBot.Inbox.Conversations;

/// <summary>Something of a question that couldn't go on, and can be tried again.</summary>
/// <param name="Id">What a replay names.</param>
/// <param name="IsAnswer">An answer that couldn't be sent; else the bot's turn on it.</param>
/// <param name="Attempts">Tries before it was parked.</param>
public sealed record ParkedView(long Id, bool IsAnswer, Reason Reason, int Attempts, DateTimeOffset At);
