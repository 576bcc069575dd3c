using System.Globalization;

namespace MeliBot.Dialogs.Playbooks.Files;

/// <summary>Takes values out of nodes by the keys of their shape. What the shape doesn't allow was told already, and is left out here.</summary>
internal static class Values
{
    /// <summary>Null where the key is absent or has no value.</summary>
    public static Node? Get(this MapNode map, Key key) => map.Find(key.Name)?.Value is { } value and not ScalarNode { IsEmpty: true } ? value : null;

    public static string? Text(this MapNode map, Key key) => map.Get(key).Text();

    public static string? Text(this Node? node) => node is ScalarNode { IsEmpty: false, Value: { } value } && value.Trim().Length > 0 ? value : null;

    public static ScalarNode? Scalar(this MapNode map, Key key) => map.Get(key) as ScalarNode;

    public static bool? Flag(this MapNode map, Key key) => map.Text(key) switch { "true" => true, "false" => false, _ => null };

    public static double? Number(this MapNode map, Key key) => double.TryParse(map.Text(key), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static long? Whole(this MapNode map, Key key) => long.TryParse(map.Text(key), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole : null;

    /// <summary>The texts of a list, or one text alone.</summary>
    public static IReadOnlyList<ScalarNode> Scalars(this Node? node) => node switch
    {
        ListNode list => [.. list.Items.OfType<ScalarNode>().Where(s => s.Text() is not null)],
        ScalarNode one when one.Text() is not null => [one],
        _ => [],
    };

    public static IReadOnlyList<string> Texts(this MapNode map, Key key) => [.. map.Get(key).Scalars().Select(s => s.Value)];

    public static IEnumerable<MapNode> Maps(this Node? node) => node is ListNode list ? list.Items.OfType<MapNode>() : [];
}
