-- Whoever of the demonstration takes a new key of their own has it wrapped under the node's key of today.

grant update (node_key_id) on account_slot to setu_app;
