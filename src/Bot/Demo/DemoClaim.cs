namespace MeliBot.Bot.Demo;

/// <summary>What happened in a claim, as the demo tells of it.</summary>
/// <param name="What">opened, message, decided or closed.</param>
/// <param name="Text">Of an opened one what the platform says of it; of a decision what the bot decided: send, draft, hold, ...</param>
/// <param name="By">complainant, mediator, bot, person (who approved it in the inbox), elsewhere or platform.</param>
/// <param name="Reasons">Of a decision: why. Of an opened one: what has to be done by when.</param>
internal sealed record DemoClaimLine(long Claim, string Conversation, string BuyerName, string What, string Text, string By, IReadOnlyList<string> Reasons);
