using MeliBot.Adapter.Orders;
using MeliBot.Inbox.Index;
using MeliBot.Inbox.Index.Sqlite;

namespace MeliBot.Browser.Tests.Measures;

/// <summary>A board of many sales: most are paid, one in a thousand may not be shipped.</summary>
internal static class CrowdedBoard
{
    private const int Batch = 2_000;

    private static readonly OrderStage[] Stages = [OrderStage.Paid, OrderStage.Paid, OrderStage.Paid, OrderStage.Paid, OrderStage.Paid, OrderStage.Paid, OrderStage.Paid, OrderStage.Cancelled, OrderStage.PaymentRequired, OrderStage.PaymentInProcess];

    private static readonly string[] Names = ["Rosa Núñez", "Pedro Lamas", "Lucía Quinteros", "João Silva", "Camila Ríos", "Bruno Costa", "Sofía Paz", "Diego Sosa"];

    private static readonly string[] Titles = ["Zapatillas urbanas", "Cafetera exprés", "Taladro percutor", "Lámpara de pie", "Auriculares", "Mochila", "Teclado mecánico", "Tênis esportivo"];

    public static async Task FillAsync(SqliteSaleIndex index, int sales, CancellationToken cancellationToken)
    {
        var (random, now) = (new Random(11), TimeProvider.System.GetUtcNow());
        for (var from = 0; from < sales; from += Batch)
            await index.PutAsync([.. Enumerable.Range(from, Math.Min(Batch, sales - from)).Select(n => IndexedSale.Of(Sale(n, random, now), contactDeleted: false))], cancellationToken);
    }

    private static StoredOrder Sale(int n, Random random, DateTimeOffset now)
    {
        var stage = Stages[random.Next(Stages.Length)];
        var at = now.AddMinutes(-random.Next(1, 500_000));
        return new StoredOrder
        {
            Account = CrowdedIndex.Account(n),
            Id = 2_000_010_000_000_000 + n,
            Pack = n % 10 == 0 ? 2_000_020_000_000_000 + n : null,
            Stage = stage,
            Status = stage.ToString(),
            Tags = stage == OrderStage.Paid ? ["paid", n % 3 == 0 ? "delivered" : "not_delivered"] : ["not_paid", "not_delivered"],
            FraudRisk = n % 1000 == 0,
            Buyer = 3_300_000_001 + (n / 3),
            Contact = Names[random.Next(Names.Length)],
            Site = "MLA",
            Lines = [new($"MLA{1_500_000_000 + random.Next(5_000)}", $"{Titles[random.Next(Titles.Length)]} {random.Next(100, 999)}", null, 1, 1000)],
            Total = 1000,
            Currency = "ARS",
            Shipment = new(4_000_000 + n, "shipped", Tracking: $"AR{n:D9}"),
            UpdatedAt = at,
            SeenAt = now,
            Moves = [new(at, null, stage, stage.ToString())],
        };
    }
}
