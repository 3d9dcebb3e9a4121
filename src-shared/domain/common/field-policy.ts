/**
 * How two versions of one field are merged when both sides changed it (architecture §3, decision 8).
 * - `clash`: the later version's value stands and both are put before a person in the inbox;
 * - `keepBoth`: clinical text, both texts are kept, one under the other;
 * - `union`: lists, the items of both sides;
 * - `latest`: the later version's value stands, nobody is asked.
 */
export type FieldPolicy = 'clash' | 'keepBoth' | 'union' | 'latest';
