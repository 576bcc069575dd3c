using System.Collections;
using DotLiquid;
using MeliBot.Dialogs.Facts;

namespace MeliBot.Dialogs.Templates;

/// <summary>A group of variables, as DotLiquid walks it: each step is looked up when it is taken.</summary>
internal sealed class LiquidNode(string path, Reading reading) : IIndexable, ILiquidizable
{
    public object? this[object key] => Of($"{path}.{key}", reading);

    public bool ContainsKey(object key) => key is string name && FactCatalogue.Find($"{path}.{name}") is not null;

    public object ToLiquid() => this;

    public static object? Root(string name, Reading reading) => FactCatalogue.Find(name) is not null || IsRoot(name) ? Of(name, reading) : null;

    private static bool IsRoot(string name) => FactCatalogue.Find($"{name}.any") is not null || FactCatalogue.All.Any(v => v.Name.StartsWith(name + ".", StringComparison.Ordinal));

    private static object? Of(string path, Reading reading)
    {
        var variable = FactCatalogue.Find(path);
        if (variable is null or { Type: FactType.Group } && IsRoot(path))
            return variable is null || !variable.MayBeUnknown || reading.Read(path) is not null ? new LiquidNode(path, reading) : null;

        var value = reading.Read(path);
        return value is IEnumerable list and not string ? new LiquidList(path, [.. list.Cast<object>().Select(e => e is FactRow row ? new LiquidRow(row, reading) : e)], reading) : value;
    }
}

/// <summary>A list that may have named entries too: <c>item.attributes.BRAND</c>.</summary>
internal sealed class LiquidList(string path, IReadOnlyList<object> elements, Reading reading) : IEnumerable, IIndexable
{
    public object? this[object key] => reading.Read($"{path}.{key}");

    public bool ContainsKey(object key) => key is string name and not ("size" or "first" or "last") && FactCatalogue.Find($"{path}.{name}") is not null;

    public IEnumerator GetEnumerator() => elements.GetEnumerator();
}

internal sealed class LiquidRow(FactRow row, Reading reading) : IIndexable, ILiquidizable
{
    public FactRow Row => row;

    public object? this[object key] => Value((string)key);

    public bool ContainsKey(object key) => key is string name && row.Fields.ContainsKey(name);

    public object ToLiquid() => this;

    private object? Value(string name)
    {
        if (name == "value" && row.Note is not null) reading.Note(row.Note);
        return row.Fields[name] switch
        {
            IReadOnlyDictionary<string, object?> fields => new LiquidRow(new FactRow(fields), reading),
            var value => value,
        };
    }
}
