namespace MeliBot.Delivery.Stores.Moving;

/// <summary>A table that is the same in both stores.</summary>
/// <param name="Name">Of the table.</param>
/// <param name="Rows">Counted on both sides.</param>
/// <param name="Checksum">Of all its rows whatever their order, made on both sides from what is stored there.</param>
public sealed record MovedTable(string Name, long Rows, string Checksum);
