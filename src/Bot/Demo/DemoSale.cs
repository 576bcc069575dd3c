namespace MeliBot.Bot.Demo;

/// <summary>What was said in a sale, as the demo tells of it.</summary>
/// <param name="Sale">The pack, or the order where it has none.</param>
/// <param name="By">buyer, bot, agent (in the inbox) or elsewhere.</param>
/// <param name="Intents">What the bot found in a buyer's line.</param>
/// <param name="Reasons">Why the bot left a buyer's line to a person; empty where it replied.</param>
internal sealed record DemoSaleLine(long Sale, string Conversation, string BuyerName, string Text, string By, IReadOnlyList<string> Intents, IReadOnlyList<string> Reasons);
