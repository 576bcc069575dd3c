using MeliBot.Dialogs.Facts;
using MeliBot.Dialogs.Playbooks.Files;

namespace MeliBot.Dialogs.Playbooks;

/// <summary>A sale written down in short, to try and to test dialogs on (<c>tests/orders/*.yaml</c>).</summary>
/// <param name="SiteId">Null where the file names none.</param>
public sealed record OrderFixture(SaleFacts Sale, string? SiteId)
{
    /// <param name="at">When the sale counts as read.</param>
    /// <exception cref="FormatException">It isn't one; says where and why.</exception>
    public static OrderFixture Parse(string name, string yaml, DateTimeOffset at)
    {
        var (sale, site) = OrderFile.Read(Read(name, yaml, OrderFile.Shape), at);
        return new OrderFixture(sale, site);
    }

    /// <summary>A file of one shape by itself.</summary>
    /// <exception cref="FormatException">It isn't one; says where and why.</exception>
    internal static MapNode Read(string name, string yaml, Shape shape)
    {
        var (source, found) = (new SourceFile(name, yaml), new List<Diagnostic>());
        var root = YamlTree.Read(source, found);
        if (root is not null) new ShapeCheck(source, found).Check(root, shape, "the file");
        if (found.Find(d => d.Severity == Severity.Error) is { } error) throw new FormatException(error.ToString());
        return root as MapNode ?? throw new FormatException($"{name}: the file is empty");
    }
}
