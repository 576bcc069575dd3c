using System.Reflection;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnitV3;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace MeliBot.Architecture.Tests;

/// <summary>The arrows between the rooms: who may know whom.</summary>
public class RoomsTests
{
    private const string BotFramework = "Microsoft.Bot.*";

    private const string Patterns = "MeliBot.Patterns";

    private static readonly Dictionary<string, string[]> MayKnow = new(StringComparer.Ordinal)
    {
        ["MeliBot.Patterns"] = [],
        ["MeliBot.MercadoLibre"] = [Patterns],
        ["MeliBot.Delivery"] = [],
        ["MeliBot.Simulator"] = [],
        ["MeliBot.Dialogs"] = [Patterns, BotFramework],
        ["MeliBot.Adapter"] = ["MeliBot.Delivery", "MeliBot.MercadoLibre", Patterns, BotFramework],
        ["MeliBot.Inbox"] = ["MeliBot.Adapter", "MeliBot.Delivery", "MeliBot.MercadoLibre"],
        ["MeliBot.Bot"] = ["MeliBot.Adapter", "MeliBot.Delivery", "MeliBot.Dialogs", "MeliBot.Inbox", "MeliBot.MercadoLibre", BotFramework],
    };

    private static readonly Dictionary<string, Assembly[]> Rooms = MayKnow.Keys
        .ToDictionary(room => room, room => new[] { Assembly.Load(room) }, StringComparer.Ordinal)
        .Append(new(BotFramework,
        [
            Assembly.Load("Microsoft.Bot.Schema"), Assembly.Load("Microsoft.Bot.Connector"), Assembly.Load("Microsoft.Bot.Builder"),
            Assembly.Load("Microsoft.Bot.Builder.Dialogs"), Assembly.Load("Microsoft.Bot.Builder.Integration.AspNet.Core"),
        ]))
        .ToDictionary(StringComparer.Ordinal);

    private static readonly ArchUnitNET.Domain.Architecture House =
        new ArchLoader().LoadAssemblies([.. Rooms.Values.SelectMany(a => a)]).Build();

    public static TheoryData<string, string> ForbiddenArrows()
    {
        var data = new TheoryData<string, string>();
        foreach (var (room, known) in MayKnow)
        {
            foreach (var other in Rooms.Keys.Where(other => other != room && !known.Contains(other)))
                data.Add(room, other);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(ForbiddenArrows))]
    public void A_room_knows_only_the_rooms_its_arrows_lead_to(string room, string other) =>
        Types().That().ResideInAssembly(Rooms[room][0], Rooms[room][1..])
            .Should().NotDependOnAny(Types().That().ResideInAssembly(Rooms[other][0], Rooms[other][1..]))
            .Because($"design gives no arrow {room} -> {other}; a new arrow is drawn in this test, with its reason in the commit")
            .WithoutRequiringPositiveResults()
            .Check(House);

    [Fact]
    public void Every_room_of_the_solution_has_its_arrows_here()
    {
        var solution = File.ReadAllText(Path.Combine(Repository.Root, "MeliBot.sln"));
        var rooms = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "MeliBot.*.csproj", SearchOption.AllDirectories)
            .Select(file => Path.GetFileNameWithoutExtension(file)!)
            .ToList();

        rooms.ShouldAllBe(room => MayKnow.ContainsKey(room));
        rooms.ShouldAllBe(room => solution.Contains(room + ".csproj", StringComparison.Ordinal));
    }
}
