using MeliBot.MercadoLibre;

namespace MeliBot.Adapter.Webhooks;

/// <summary>The topics that something here looks at; notifications of others are counted and forgotten.</summary>
public sealed class HandledTopics(IEnumerable<Topic> topics)
{
    private readonly HashSet<Topic> _topics = [.. topics];

    public IReadOnlyCollection<Topic> All => _topics;

    public bool Contains(Topic topic) => _topics.Contains(topic);

    /// <summary>As signals name it, whatever the spelling it came in.</summary>
    public static string Normalise(Topic topic) => topic.ToString().ToLowerInvariant();
}
