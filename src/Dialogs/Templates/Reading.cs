using System.Collections;
using System.Globalization;
using MeliBot.Dialogs.Facts;

namespace MeliBot.Dialogs.Templates;

/// <summary>Reads variables for one fragment and remembers what it read: the facts that its text rests on, and what it would have needed.</summary>
internal sealed class Reading(IVariables variables, bool forBuyer = true)
{
    // What was asked of the data sheet counts line by line, the whole sheet doesn't.
    private const string AskedPath = "item.asked";

    private readonly List<FactNote> _facts = [];
    private int _testing;

    /// <summary>What was read and is known.</summary>
    public IReadOnlyList<FactNote> Facts => _facts;

    /// <summary>The first variable that was needed and isn't known (or may not be said); null when nothing lacked.</summary>
    public string? Missing { get; private set; }

    /// <returns>Null when not known.</returns>
    public object? Read(string path)
    {
        var (list, part) = ListPart(path);
        var value = variables.Read(list ?? path);
        if (!value.IsKnown)
        {
            if (_testing == 0) Missing ??= path;
            return null;
        }

        if (_testing == 0 && forBuyer && FactCatalogue.Find(path) is { Private: true })
        {
            Missing ??= path;
            return null;
        }

        if (value.Value is IReadOnlyList<FactRow> rows && path == AskedPath)
        {
            foreach (var row in rows) Note(row.Note!);
        }
        else if (!ReferenceEquals(value.Value, FactValue.Group)) Note(new FactNote(list ?? path, value.Text ?? TextOf(value.Value!), value.Source, value.At));
        if (list is null) return value.Value;
        var elements = (IEnumerable)value.Value!;
        return part switch
        {
            "size" => (decimal)elements.Cast<object>().Count(),
            "first" => elements.Cast<object>().FirstOrDefault(),
            _ => elements.Cast<object>().LastOrDefault(),
        };
    }

    /// <summary>Reading what isn't known only to test it takes nothing from the text.</summary>
    /// <param name="read">Null reads the catalogue's variables.</param>
    public Truth Test(ConditionNode condition, Func<string, object?>? read = null)
    {
        _testing++;
        try
        {
            return condition.Evaluate(read ?? Read);
        }
        finally
        {
            _testing--;
        }
    }

    public void Note(FactNote note)
    {
        if (!_facts.Contains(note)) _facts.Add(note);
    }

    public static string TextOf(object value) => value switch
    {
        string text => text,
        bool flag => flag ? "true" : "false",
        decimal number => number.ToString("0.##########", CultureInfo.InvariantCulture),
        DateTimeOffset at => at.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture),
        IEnumerable list => string.Join(", ", list.Cast<object>().Select(e => e is FactRow row ? Convert.ToString(row.Fields.GetValueOrDefault("name") ?? row.Fields.GetValueOrDefault("value"), CultureInfo.InvariantCulture) : e.ToString())),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    /// <summary><c>item.variations.size</c> is the size of a list.</summary>
    private static (string? List, string? Part) ListPart(string path)
    {
        var dot = path.LastIndexOf('.');
        if (dot < 0 || path.AsSpan(dot + 1) is not ("size" or "first" or "last")) return default;
        return FactCatalogue.Find(path[..dot]) is { Type: FactType.List } ? (path[..dot], path[(dot + 1)..]) : default;
    }
}
