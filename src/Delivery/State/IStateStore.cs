namespace MeliBot.Delivery.State;

/// <summary>The bot's state outside a turn. Inside one, reads go through here and writes travel with the turn's commit.</summary>
public interface IStateStore
{
    /// <summary>One entry per key asked for, in order, absent ones with version 0.</summary>
    Task<IReadOnlyList<StateEntry>> ReadAsync(IReadOnlyList<(long Account, string Key)> keys, CancellationToken cancellationToken);

    /// <summary>All or nothing; gives the first key whose version moved on, or null when all were written.</summary>
    Task<string?> WriteAsync(IReadOnlyList<StateWrite> writes, CancellationToken cancellationToken);
}
