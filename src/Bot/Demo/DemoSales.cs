using MeliBot.Bot.Local;

namespace MeliBot.Bot.Demo;

/// <summary>Follows the messages of sales: tells each line once, in its order, and knows when nothing more is to be expected.</summary>
internal sealed class DemoSales(SimulatorClient simulator, IDemoView view)
{
    private readonly HashSet<string> _told = [];
    private readonly HashSet<string> _left = [];
    private readonly Dictionary<string, TurnView> _turns = [];

    /// <summary>Names of buyers by their number.</summary>
    public IReadOnlyDictionary<long, string> Names { get; set; } = new Dictionary<long, string>();

    /// <summary>Takes note of what the bot decided.</summary>
    public void Saw(TurnView turn)
    {
        // {account}:message:{message}
        if (turn.Activity.Split(':') is [_, "message", var message]) _turns[message] = turn;
    }

    /// <summary>Tells what is new. True when every line has a reply, or is left to a person.</summary>
    /// <param name="all">Also lines of which it isn't known what the bot made of them.</param>
    public async Task<bool> TellAsync(CancellationToken cancellationToken, bool all = false)
    {
        var settled = true;
        foreach (var thread in await simulator.ThreadsAsync(cancellationToken))
        {
            foreach (var message in thread.Messages)
            {
                // A buyer's line is told when the bot has read it, so that its intents can stand with it.
                if (!all && !message.FromSeller && !IsRead(thread, message)) break;
                if (_told.Add(message.Id)) view.Said(Line(thread, message));
            }

            if (thread.Messages is not [.., var last] || last.FromSeller) continue;
            if (Turn(last) is not { Decision: not "send" } turn) settled = false;
            else if (_left.Add(last.Id)) view.Said(Line(thread, last) with { Reasons = turn.Reasons });
        }

        return settled;
    }

    private bool IsRead(SimulatorThread thread, SimulatorMessage message) =>
        Turn(message) is not null || thread.Messages.SkipWhile(other => other != message).Skip(1).Any(later => later.By == "elsewhere" || Turn(later) is not null);

    private TurnView? Turn(SimulatorMessage message) => _turns.GetValueOrDefault(message.Id);

    private DemoSaleLine Line(SimulatorThread thread, SimulatorMessage message) => new(
        thread.Pack, thread.Conversation, Names.GetValueOrDefault(thread.BuyerId, $"{thread.BuyerId}"), message.Text, message.By switch
        {
            "buyer" or "elsewhere" => message.By,
            // Mercado Libre sees only our application; that the bot hadn't sent its words says that an agent wrote.
            _ when thread.Messages.TakeWhile(other => other != message).LastOrDefault(other => !other.FromSeller) is { } asked && Turn(asked) is { Decision: not "send" } => "agent",
            _ => "bot",
        },
        Turn(message)?.Intents ?? [], []);
}
