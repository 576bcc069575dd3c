using MeliBot.Dialogs.Facts;

namespace MeliBot.Dialogs.Playbooks.Validation;

/// <summary>What to say of a variable that doesn't exist.</summary>
internal static class UnknownVariable
{
    private static readonly string[] Personal =
    [
        "address", "street", "zip", "receiver", "phone", "tel", "mail", "document", "dni", "cpf", "cnpj", "rfc", "cuit", "rut", "first_name", "last_name", "full_name", "contact",
    ];

    /// <param name="written">As the text has it, where that differs.</param>
    public static LiquidFault Fault(string path, string written, int start, int length)
    {
        var dot = path.LastIndexOf('.');
        var group = dot < 0 ? "" : path[..dot];
        string[] names = [.. FactCatalogue.All.Select(v => v.Name).Where(n => !n.EndsWith(".*", StringComparison.Ordinal))];
        string[] siblings = [.. names.Where(n => n.StartsWith(group + ".", StringComparison.Ordinal) && n.LastIndexOf('.') == group.Length)];
        return new LiquidFault(
            LiquidProblems.UnknownVariable,
            $"there is no variable \"{written}\"",
            IsPersonal(path) ? "who the buyer is and lives where (name, address, document, telephone, e-mail) is no fact: it is neither said nor asked for" :
            path.StartsWith("item.", StringComparison.Ordinal) && !path.Contains("[]", StringComparison.Ordinal) ? "what the listing's data sheet says is read as item.attributes.ID, by the platform's id of it" : null,
            InList(path, written) ?? InGroup(path) ?? SameEnd(path, names) ?? DidYouMean.Say(path, names) ?? (siblings.Length > 0 && group.Length > 0 ? $"{group} has {string.Join(", ", siblings.Select(s => s[(group.Length + 1)..]))}" : $"variables begin with {string.Join(", ", names.Select(n => n.Split('.')[0]).Distinct(StringComparer.Ordinal))}"),
            start,
            length);
    }

    private static bool IsPersonal(string path) =>
        path.Split('.')[0] is "order" or "shipment" or "buyer" or "delivery" && Personal.Any(word => path.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>Groups whose names are the listing's own: item.atributes.BRAND for item.attributes.BRAND.</summary>
    private static string? InGroup(string path)
    {
        var dot = path.LastIndexOf('.');
        if (dot < 0 || path.IndexOf('.', StringComparison.Ordinal) == dot) return null;
        var groups = FactCatalogue.All.Select(v => v.Name).Where(n => n.EndsWith(".*", StringComparison.Ordinal)).Select(n => n[..^2]);
        return DidYouMean.Nearest(path[..dot], groups) is { } group && group != path[..dot] ? $"did you mean \"{group}{path[dot..]}\"?" : null;
    }

    /// <summary>What the elements of a list have, by the template's own name for them.</summary>
    private static string? InList(string path, string written)
    {
        var end = path.LastIndexOf("[].", StringComparison.Ordinal);
        if (end < 0) return null;
        var list = path[..(end + 3)];
        string[] parts = [.. FactCatalogue.All.Select(v => v.Name).Where(n => n.StartsWith(list, StringComparison.Ordinal)).Select(n => n[list.Length..])];
        return parts.Length == 0 ? null : $"{written.Split('.')[0]} has {string.Join(", ", parts)}";
    }

    /// <summary>The right name in the wrong group: item.free for item.shipping.free.</summary>
    private static string? SameEnd(string path, string[] names)
    {
        var dot = path.LastIndexOf('.');
        var end = dot < 0 ? "." + path : path[dot..];
        string[] same = [.. names.Where(n => n.EndsWith(end, StringComparison.Ordinal) && !n.Contains("[]", StringComparison.Ordinal))];
        return same.Length is > 0 and < 4 ? $"did you mean {string.Join(" or ", same.Select(s => $"\"{s}\""))}?" : null;
    }
}
