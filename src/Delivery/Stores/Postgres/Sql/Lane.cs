namespace MeliBot.Delivery.Stores.Postgres.Sql;

/// <summary>
/// Keeps the order of one write's statements, and of the writes that touch the same things, while what is sent at once is put together anew: a statement's step is higher than that of every one that must come
/// before it. Statements at the same step belong to writes that share nothing, so that their order is free.
/// </summary>
internal sealed class Lane
{
    private int _round;
    private int _next;

    /// <summary>The place of this write's next statement in what is sent as number <paramref name="round"/>.</summary>
    public int Step(int round)
    {
        if (_round != round)
            (_round, _next) = (round, 0);
        return _next++;
    }

    /// <summary>Whatever comes now comes after all that the other has said.</summary>
    public void Follow(Lane other)
    {
        if (other._round > _round)
            (_round, _next) = (other._round, other._next);
        else if (other._round == _round)
            _next = Math.Max(_next, other._next);
    }
}
